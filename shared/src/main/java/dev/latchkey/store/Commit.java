package dev.latchkey.store;

/** How a commit ended. Everything else (outage, bug) is an exception. */
public enum Commit {
    /** All writes took effect together. */
    DONE,
    /**
     * None did: a condition did not hold. Read again and decide anew. That two writers met at the same instant is not
     * this: the table then asks again by itself.
     */
    CONDITION_FAILED
}
