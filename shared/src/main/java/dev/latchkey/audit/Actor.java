package dev.latchkey.audit;

/**
 * Who did what an event records.
 *
 * @param id a staff member's {@code sub}, a client's {@code sub}, or the name of a part of the system
 */
public record Actor(Kind kind, String id) {

    /** The kinds of actor. */
    public enum Kind {
        STAFF,
        CLIENT,
        SYSTEM
    }
}
