package dev.latchkey.account;

import dev.latchkey.http.BoundedGet;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Passwords that were found in other people's breaches (NIST SP 800-63B-4, section 3.1.1.2), by a service that speaks the range
 * API of Pwned Passwords. It is told five of the forty hex digits of a SHA-1, which some thousand known passwords share, and is
 * asked to pad its answer, so that not even its length tells which. The other digits are compared here.
 *
 * <p>A service that doesn't answer, or not as it should, knows nothing: clients can choose passwords without it (docs/adr/0035).
 */
public final class BreachedPasswords {

    private static final int LARGEST = 256 * 1024;
    private static final int TOLD = 5;
    private static final Map<String, String> HEADERS = Map.of("Add-Padding", "true", "User-Agent", "latchkey");

    private final @Nullable URI service;
    private final BoundedGet get;
    private final Consumer<IOException> failures;

    /**
     * @param service below which {@code /range/} is; {@code null} for none, then nothing is ever known and nobody is asked
     * @param longest for one question and its answer
     * @param failures told of each question that wasn't answered as it should be
     */
    public BreachedPasswords(@Nullable URI service, Duration longest, Consumer<IOException> failures) {
        this.service = service;
        this.get = new BoundedGet(longest, LARGEST);
        this.failures = failures;
    }

    boolean include(Password password) {
        if (service == null) {
            return false;
        }
        String hash = sha1(password.utf8());
        try {
            return range(service, hash.substring(0, TOLD)).lists(hash.substring(TOLD));
        } catch (IOException unanswered) {
            failures.accept(unanswered);
            return false;
        }
    }

    private BreachedRange range(URI address, String prefix) throws IOException {
        byte[] answer = get.fetch(URI.create(address + "/range/" + prefix).toURL(), HEADERS);
        return BreachedRange.read(answer).orElseThrow(() -> new IOException("not a range"));
    }

    /** Not for security: whoever has the list has these hashes. */
    private static String sha1(byte[] content) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
