package dev.latchkey.acceptance;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a secret looks like to somebody who goes through files for them: a JWT, an AWS access key id, a private key, or
 * 256 bits and more in base64url, unless they are one character over and over, which is how made-up tokens are written.
 */
final class SecretLook {

    private static final Pattern KNOWN = Pattern.compile(
            "eyJ[A-Za-z0-9_-]*\\.eyJ|(?:AKIA|ASIA)[A-Z0-9]{12,}|PRIVATE KEY|\"d\"\\s*:\\s*\"[A-Za-z0-9_-]{20}");
    private static final Pattern LONG = Pattern.compile("[A-Za-z0-9_-]{43,}");

    private SecretLook() {}

    /** The first thing in a text that looks like one. */
    static Optional<String> in(String text) {
        return Stream.concat(
                        KNOWN.matcher(text).results().map(MatchResult::group),
                        LONG.matcher(text).results().map(MatchResult::group).filter(SecretLook::varies))
                .findFirst();
    }

    private static boolean varies(String run) {
        return run.chars().distinct().count() > 1;
    }
}
