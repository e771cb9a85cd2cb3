package dev.latchkey.local.aws.iam;

/**
 * The least that a policy can say: one action on one resource.
 *
 * @param resource as the policy writes it, wildcards included
 * @param where the statement stands, so that two that say the same are told apart
 */
public record Grant(String function, String action, String resource, String where) {

    @Override
    public String toString() {
        return function + " may " + action + " on " + resource + " (" + where + ")";
    }
}
