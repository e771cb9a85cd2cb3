package dev.latchkey.local.aws;

import java.util.Set;

/**
 * A failure to come.
 *
 * @param service {@code dynamodb}, {@code kms} or {@code ses}
 * @param operation an AWS operation name, or {@code *} for any
 * @param error an AWS error code, {@link #HANG} or {@link #DROP}
 * @param times how many calls it hits, at least one
 * @param when whether those calls take effect before they fail
 */
public record Fault(String service, String operation, String error, int times, When when) {
    /** Accepts the request and answers nothing until faults are cleared or two minutes have passed. */
    public static final String HANG = "HANG";
    /** Closes the connection without an answer. */
    public static final String DROP = "DROP";

    /** Relative to the effect of the call. */
    public enum When {
        BEFORE,
        AFTER
    }

    /** Refuses a service that is not here, an empty operation or error, and a count below one. */
    public Fault {
        if (!Set.of("dynamodb", "kms", "ses").contains(service)) {
            throw new IllegalArgumentException("service must be dynamodb, kms or ses");
        }
        if (operation.isBlank() || error.isBlank()) {
            throw new IllegalArgumentException("operation and error must be given");
        }
        if (times < 1) {
            throw new IllegalArgumentException("times must be at least 1");
        }
    }

    boolean hits(String calledService, String calledOperation) {
        return service.equals(calledService) && (operation.equals("*") || operation.equals(calledOperation));
    }

    Fault spentOnce() {
        return new Fault(service, operation, error, times - 1, when);
    }
}
