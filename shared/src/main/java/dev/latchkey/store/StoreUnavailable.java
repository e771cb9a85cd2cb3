package dev.latchkey.store;

/** The table did not answer, or not in time. The caller may try again; nothing is known to have changed. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message) {
        super(message);
    }

    public StoreUnavailable(Throwable cause) {
        super("the table did not answer", cause);
    }
}
