package dev.latchkey.session;

import dev.latchkey.firm.FirmId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An opaque refresh token as the client sends it: session, generation, the family's secret and the tag that authenticates
 * all of them. See {@link RefreshTokenFamily}.
 */
public record RefreshToken(FirmId firm, SessionId session, long generation, String familySecret, String tag) {

    private static final Pattern FORM = Pattern.compile(
            "([A-Za-z0-9_-]+)\\.([A-Za-z0-9_~-]+\\.[A-Za-z0-9_-]{22})\\.(0|[1-9][0-9]{0,8})\\.([A-Za-z0-9_-]{43})([A-Za-z0-9_-]{43})");

    /** Parses a token; empty for text that has not its form. */
    public static Optional<RefreshToken> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return FirmId.parse(form.group(1))
                .flatMap(firm -> SessionId.parse(form.group(2))
                        .map(session -> new RefreshToken(
                                firm, session, Long.parseLong(form.group(3)), form.group(4), form.group(5))));
    }

    /** The token as the client keeps it. */
    public String text() {
        return firm.value() + "." + session.text() + "." + generation + "." + familySecret + tag;
    }

    /** Hides the secret part. */
    @Override
    public String toString() {
        return "RefreshToken[" + generation + "]";
    }
}
