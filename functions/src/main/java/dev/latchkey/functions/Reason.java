package dev.latchkey.functions;

import java.util.Optional;

/** Why a staff member does something, in their own words, for the trail. */
final class Reason {

    static final String MUST = "must be 3 to 500 characters";
    private static final int SHORTEST = 3;
    private static final int LONGEST = 500;

    private Reason() {}

    static Optional<String> parse(String text) {
        int length = text.strip().codePointCount(0, text.strip().length());
        return length >= SHORTEST && length <= LONGEST ? Optional.of(text.strip()) : Optional.empty();
    }
}
