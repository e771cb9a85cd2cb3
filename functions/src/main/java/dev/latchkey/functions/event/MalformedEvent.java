package dev.latchkey.functions.event;

/** An event that cannot be read, by the field that is wrong. Retrying it does not help; its sender must be told. */
public final class MalformedEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    public MalformedEvent(String field) {
        super("the event's " + field + " is missing or wrong");
        this.field = field;
    }

    /** What is wrong, by its name. */
    public String field() {
        return field;
    }
}
