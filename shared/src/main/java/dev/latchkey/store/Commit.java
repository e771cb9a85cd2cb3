package dev.latchkey.store;

/** How a commit ended. Everything else (outage, bug) is an exception. */
public enum Commit {
    /** All writes took effect together. */
    DONE,
    /** None did: a condition no longer held, or somebody else wrote at the same instant. Read again and decide anew. */
    LOST
}
