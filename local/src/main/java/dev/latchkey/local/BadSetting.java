package dev.latchkey.local;

/** Something the person who starts the server can put right. The message is all they get to see, on one line. */
public final class BadSetting extends RuntimeException {

    public BadSetting(String message) {
        super(message);
    }

    BadSetting(String message, Throwable cause) {
        super(message, cause);
    }
}
