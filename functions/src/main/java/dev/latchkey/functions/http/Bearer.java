package dev.latchkey.functions.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the bearer token from the one {@code Authorization} header, RFC 6750 section 2.1, and from nowhere else. */
public final class Bearer {

    private static final Pattern FORM = Pattern.compile("Bearer ([A-Za-z0-9._~+/-]+)", Pattern.CASE_INSENSITIVE);

    private Bearer() {}

    /** Refuses a missing, repeated or malformed header; two headers arrive joined by a comma, which no token has. */
    public static String of(Request request) {
        Matcher form = FORM.matcher(request.headers().getOrDefault("authorization", ""));
        if (!form.matches()) {
            throw new ProblemException(Problem.INVALID_TOKEN);
        }
        return form.group(1);
    }
}
