package dev.latchkey.staff;

import dev.latchkey.crypto.Digest;
import dev.latchkey.firm.FirmId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Authenticates pagination cursors with a MAC. A cursor is valid for the firm and query that it was issued for, for any
 * of the firm's staff. A changed or truncated cursor, or one of another query, is invalid. It contains no secret, and
 * grants nothing: each page is authorized like the first.
 */
public record CursorMac(String key) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{1,350})\\.([A-Za-z0-9_-]{43})");

    /**
     * Makes a cursor.
     *
     * @param query what the list contains, part by part, including the route
     * @param place where the next page begins, 1 to 260 characters of ASCII
     */
    public String seal(FirmId firm, List<String> query, String place) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
        return text + "." + tag(firm, query, text);
    }

    /** The place; empty if the cursor was not issued for this firm and query. */
    public Optional<String> open(FirmId firm, List<String> query, String cursor) {
        Matcher form = FORM.matcher(cursor);
        if (!form.matches() || !Digest.same(tag(firm, query, form.group(1)), form.group(2))) {
            return Optional.empty();
        }
        return Optional.of(new String(Base64.getUrlDecoder().decode(form.group(1)), StandardCharsets.UTF_8));
    }

    private String tag(FirmId firm, List<String> query, String text) {
        StringBuilder all = new StringBuilder();
        for (String part : query) {
            all.append(part.length()).append(':').append(part).append('\n');
        }
        return Digest.hmac(key, firm.value() + "\n" + all + text);
    }

    /** Hides the key. */
    @Override
    public String toString() {
        return "CursorMac";
    }
}
