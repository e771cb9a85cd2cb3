package dev.latchkey.functions.http;

/**
 * Ends a request at the edge, before any use case runs: what came in cannot be read, or the caller is not who may ask.
 * Answers of use cases are sealed types, never this.
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
