package dev.latchkey.functions.http;

import dev.latchkey.functions.http.Fields.Field;
import java.util.Optional;
import java.util.regex.Pattern;

/** A token as callers see it: one string of 22 to 400 unreserved characters. */
public record OpaqueToken(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~-]{22,400}");

    /** Reads the required field of this name. */
    public static Field<OpaqueToken> in(Fields fields, String name) {
        return fields.required(name, OpaqueToken::parse, "must be 22 to 400 characters of A-Za-z0-9._~-");
    }

    private static Optional<OpaqueToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new OpaqueToken(text)) : Optional.empty();
    }

    /** Hides the token. */
    @Override
    public String toString() {
        return "OpaqueToken";
    }
}
