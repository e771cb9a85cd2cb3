package dev.latchkey.functions.http;

/**
 * Ends a request before any use case runs: the input is unreadable, or the caller isn't authorized. Use cases answer with
 * sealed types, never this.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    public ProblemException(Problem problem) {
        this(problem.reply());
    }

    ProblemException(Reply reply) {
        super("refused", null, false, false);
        this.reply = reply;
    }

    Reply reply() {
        return reply;
    }
}
