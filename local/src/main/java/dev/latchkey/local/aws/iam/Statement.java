package dev.latchkey.local.aws.iam;

import dev.latchkey.local.template.PolicyStatement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A statement, ready to judge calls. */
record Statement(PolicyStatement said, List<Condition> conditions) {

    static Statement of(PolicyStatement said) {
        List<Condition> conditions = said.conditions().entrySet().stream()
                .flatMap(operator -> operator.getValue().entrySet().stream()
                        .map(key -> Condition.read(
                                said.where(), operator.getKey(), key.getKey(), key.getValue(), said.actions())))
                .toList();
        return new Statement(said, conditions);
    }

    boolean allows() {
        return said.allows();
    }

    boolean isAbout(Need need) {
        return resource(need).isPresent();
    }

    /** What of it is about the call: the action, and the resource as it stands here. */
    Optional<Grant> grant(String function, Need need) {
        return resource(need).map(resource -> new Grant(function, need.action(), resource, said.where()));
    }

    Stream<Grant> grants(String function) {
        return said.actions().stream()
                .flatMap(action ->
                        said.resources().stream().map(resource -> new Grant(function, action, resource, said.where())));
    }

    private Optional<String> resource(Need need) {
        if (!said.actions().contains(need.action())
                || !conditions.stream().allMatch(condition -> condition.holds(need))) {
            return Optional.empty();
        }
        return said.resources().stream()
                .filter(pattern -> Wildcards.match(pattern, need.resource()))
                .findFirst();
    }
}
