package dev.latchkey.local.aws.iam;

/** What IAM says to one need. */
sealed interface Verdict {

    /** By this grant. */
    record Granted(Grant by) implements Verdict {}

    /**
     * By a denial, or for want of anything that allows it.
     *
     * @param why in the words of the service's own refusal
     */
    record Denied(String why) implements Verdict {}
}
