package dev.latchkey.local.aws.wire;

import java.util.stream.Stream;

/** A refusal by its AWS code. Whether it is the service's fault (5xx, which SDKs try again) follows from the code. */
public final class AwsError extends RuntimeException {
    private final String code;

    public AwsError(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public int status() {
        if (code.contains("ServiceUnavailable")) {
            return 503;
        }
        if (code.equals("AccessDenied")) {
            return 403;
        }
        return Stream.of("Internal", "DependencyTimeout", "ServerError").anyMatch(code::contains) ? 500 : 400;
    }
}
