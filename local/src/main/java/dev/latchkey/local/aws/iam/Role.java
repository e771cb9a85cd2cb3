package dev.latchkey.local.aws.iam;

import dev.latchkey.local.template.PolicyStatement;
import dev.latchkey.local.template.SamFunction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A function's role. It judges as IAM does within one account: what a statement denies is denied whatever else is allowed,
 * and what no statement allows is denied too. Where it has a boundary, that must allow it as well.
 */
record Role(
        String function,
        List<Statement> statements,
        @Nullable List<Statement> boundary) {

    static Role of(SamFunction function) {
        List<PolicyStatement> boundary = function.boundary();
        return new Role(
                function.id(),
                function.policy().stream().map(Statement::of).toList(),
                boundary == null ? null : boundary.stream().map(Statement::of).toList());
    }

    Verdict judge(Need need) {
        if (statements.stream().anyMatch(statement -> !statement.allows() && statement.isAbout(need))) {
            return new Verdict.Denied("with an explicit deny in an identity-based policy");
        }
        if (boundary != null && !bounds(boundary, need)) {
            return new Verdict.Denied("because no permissions boundary allows the " + need.action() + " action");
        }
        return allowing()
                .map(statement -> statement.grant(function, need))
                .flatMap(Optional::stream)
                .findFirst()
                .<Verdict>map(Verdict.Granted::new)
                .orElseGet(() ->
                        new Verdict.Denied("because no identity-based policy allows the " + need.action() + " action"));
    }

    Stream<Grant> grants() {
        return allowing().flatMap(statement -> statement.grants(function));
    }

    private static boolean bounds(List<Statement> boundary, Need need) {
        List<Statement> about =
                boundary.stream().filter(statement -> statement.isAbout(need)).toList();
        return !about.isEmpty() && about.stream().allMatch(Statement::allows);
    }

    private Stream<Statement> allowing() {
        return statements.stream().filter(Statement::allows);
    }
}
