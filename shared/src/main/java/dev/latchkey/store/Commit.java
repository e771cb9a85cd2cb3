package dev.latchkey.store;

/** The outcome of a commit. Everything else (outage, bug) is an exception. */
public enum Commit {
    /** All writes took effect together. */
    DONE,
    /**
     * No write took effect because a condition failed. Read again and decide again. A conflict of two writers at the
     * same instant is not reported: the table repeats the call itself.
     */
    CONDITION_FAILED
}
