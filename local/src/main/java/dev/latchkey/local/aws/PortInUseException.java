package dev.latchkey.local.aws;

/** Somebody else listens there; the message is one plain line for the person who started us. */
public final class PortInUseException extends RuntimeException {
    PortInUseException(int port, Throwable cause) {
        super("port " + port + " is in use", cause);
    }
}
