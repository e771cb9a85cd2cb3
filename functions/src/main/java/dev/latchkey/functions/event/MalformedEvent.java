package dev.latchkey.functions.event;

/** An unreadable event, with the name of its wrong field. A retry doesn't help; its sender must be told. */
public final class MalformedEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    public MalformedEvent(String field) {
        super("the event's " + field + " is missing or wrong");
        this.field = field;
    }

    /** The wrong field's name. */
    public String field() {
        return field;
    }
}
