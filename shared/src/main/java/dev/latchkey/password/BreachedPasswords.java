package dev.latchkey.password;

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
 * Passwords from breaches elsewhere (NIST SP 800-63B-4, section 3.1.1.2), by a service with the range API of Pwned Passwords.
 * The service gets five of the forty hex digits of a SHA-1, which about a thousand known passwords share. It is asked to pad
 * its answer, so its length tells nothing. The other digits are compared here.
 *
 * <p>If the service fails, the password counts as not breached: clients can choose passwords without it (docs/adr/0035).
 */
public final class BreachedPasswords {

    private static final int LARGEST = 256 * 1024;
    private static final int TOLD = 5;
    private static final Map<String, String> HEADERS = Map.of("Add-Padding", "true", "User-Agent", "latchkey");

    private final @Nullable URI service;
    private final BoundedGet get;
    private final Consumer<IOException> failures;

    /**
     * @param service the URL above {@code /range/}; {@code null} for none, then nothing is asked and no password is breached
     * @param longest time for a request
     * @param failures gets each failed request
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

    /** The hash need not be secure: the list is public. */
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
