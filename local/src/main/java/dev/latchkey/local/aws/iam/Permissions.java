package dev.latchkey.local.aws.iam;

import dev.latchkey.local.aws.wire.AwsCall;
import dev.latchkey.local.aws.wire.AwsError;
import dev.latchkey.local.template.SamFunction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Judges calls by the policies of the function that makes them, and keeps account of what was used. A function is told by
 * its access key id, which here is its logical id; who comes with any other is an operator and may do everything. Only
 * identity-based policies are judged: the template's keys and table leave it to them.
 */
public final class Permissions {
    private final Map<String, Role> roles;
    private final Map<String, Function<AwsCall, List<Need>>> needs;
    private final Set<Grant> used = ConcurrentHashMap.newKeySet();
    private final List<String> denied = new CopyOnWriteArrayList<>();

    /**
     * Refuses policies that say what is not known here.
     *
     * @param partitionKey the attribute of the table, which conditions may be about
     * @param keys the ARN of the key that a call of KMS is about
     * @param verified whether an address may send mail as itself
     */
    public Permissions(
            Collection<SamFunction> functions,
            String partitionKey,
            Function<AwsCall, String> keys,
            Predicate<String> verified) {
        this.roles = functions.stream().map(Role::of).collect(Collectors.toMap(Role::function, role -> role));
        this.needs = Map.of(
                "dynamodb", new DynamoDbNeeds(partitionKey), "kms", new KmsNeeds(keys), "ses", new SesNeeds(verified));
    }

    /** Refuses, as the service would, what the caller's policies do not allow, and says so on standard output. */
    public void require(AwsCall call) {
        Role role = roles.get(call.caller());
        if (role == null) {
            return;
        }
        for (Need need : Objects.requireNonNull(needs.get(call.service())).apply(call)) {
            switch (role.judge(need)) {
                case Verdict.Granted(Grant by) -> used.add(by);
                case Verdict.Denied(String why) -> throw refusal(call, need, why);
            }
        }
    }

    /** All that the functions are allowed. */
    public Set<Grant> allowed() {
        return roles.values().stream().flatMap(Role::grants).collect(Collectors.toUnmodifiableSet());
    }

    /** What calls have made use of so far. */
    public Set<Grant> used() {
        return Set.copyOf(used);
    }

    /** What was refused so far, each as a line for people. */
    public Set<String> denied() {
        return new TreeSet<>(denied);
    }

    private AwsError refusal(AwsCall call, Need need, String why) {
        String line = call.caller() + " may not " + need.action() + " on " + need.resource() + ", " + why;
        denied.add(line);
        System.out.println("latchkey: denied by the policies in template.yaml: " + line);
        return new AwsError(
                call.service().equals("ses") ? "AccessDenied" : "AccessDeniedException",
                "User: arn:aws:sts::000000000000:assumed-role/" + call.caller() + " is not authorized to perform: "
                        + need.action() + " on resource: " + need.resource() + " " + why);
    }
}
