package dev.latchkey.local.lambda;

/** An invocation that gave no answer. Type and message are what Lambda itself would report to whoever invoked it. */
public final class FunctionFailure extends Exception {
    static final String TIMED_OUT = "Sandbox.Timedout";

    private final String type;

    FunctionFailure(String type, String message) {
        super(message);
        this.type = type;
    }

    FunctionFailure(Throwable thrown) {
        super(thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage(), thrown);
        this.type = thrown.getClass().getName();
    }

    public String type() {
        return type;
    }

    public boolean isTimeout() {
        return type.equals(TIMED_OUT);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
