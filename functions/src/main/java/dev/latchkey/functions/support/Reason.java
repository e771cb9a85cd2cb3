package dev.latchkey.functions.support;

import dev.latchkey.text.Unicode;
import java.util.Optional;

/** A staff member's reason, in their own words, for the audit trail. */
public final class Reason {

    static final String MUST = "must be 3 to 500 characters";
    private static final char NUL = 0;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 500;

    private Reason() {}

    public static Optional<String> parse(String text) {
        String reason = text.strip();
        int length = reason.codePointCount(0, reason.length());
        boolean readable = reason.indexOf(NUL) < 0 && Unicode.isWellFormed(reason);
        return readable && length >= SHORTEST && length <= LONGEST ? Optional.of(reason) : Optional.empty();
    }
}
