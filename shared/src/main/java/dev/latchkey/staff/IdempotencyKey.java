package dev.latchkey.staff;

import java.util.Optional;
import java.util.regex.Pattern;

/** The caller's key for one request, so that a repeated request takes effect once: 1 to 64 characters of 0x21–0x7E. */
public record IdempotencyKey(String value) {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,64}");

    public static Optional<IdempotencyKey> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new IdempotencyKey(text)) : Optional.empty();
    }
}
