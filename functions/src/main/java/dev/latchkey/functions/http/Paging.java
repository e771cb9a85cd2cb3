package dev.latchkey.functions.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The requested page of a list.
 *
 * @param limit the maximum, 1 to 1000
 * @param cursor where to go on; {@code null} for the start
 */
public record Paging(int limit, @Nullable String cursor) {

    private static final int MOST = 1_000;
    private static final String USUAL = "100";
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,3}");

    /** Refuses a limit that is no number from 1 to 1000. */
    public static Paging of(Request request) {
        String limit = request.query().getOrDefault("limit", USUAL);
        if (!LIMIT.matcher(limit).matches() || Integer.parseInt(limit) > MOST) {
            throw Fields.invalid("limit", "must be a number from 1 to 1000");
        }
        return new Paging(Integer.parseInt(limit), request.query().get("cursor"));
    }
}
