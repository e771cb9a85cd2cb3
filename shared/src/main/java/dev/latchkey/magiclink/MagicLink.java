package dev.latchkey.magiclink;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Email;
import dev.latchkey.crypto.Digest;
import dev.latchkey.session.RequestId;
import dev.latchkey.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A link to one request, mailed to one address of one contact.
 *
 * @param generation the address's standing that the link was sent under; when that ends, the link is dead
 * @param sequence its place among the links of its thread
 * @param expiresAt when it dies unopened
 * @param secretHashes hashes of every secret that may be in a mailbox: a retried sending adds one and takes none away
 * @param triedAt when its mail was last handed to the mail service, whatever came of it
 * @param claim by which device it was opened, once it was
 */
public record MagicLink(
        LinkId id,
        ContactId contact,
        Email email,
        String generation,
        RequestId request,
        long sequence,
        Instant expiresAt,
        Set<String> secretHashes,
        @Nullable Instant triedAt,
        @Nullable Claim claim) {

    /** How long a device that claimed a link may come back; fixed at the claim, not sliding. */
    public static final Duration DEVICE_LIFE = Duration.ofDays(30);

    /** The device that opened the link first. */
    public record Claim(String deviceHash, Instant endsAt, SessionId session) {

        boolean isBy(DeviceSecret device) {
            return Digest.same(deviceHash, device.hash());
        }
    }

    boolean isOpenedBy(LinkToken token) {
        String hash = token.hash();
        return secretHashes.stream().anyMatch(stored -> Digest.same(stored, hash));
    }
}
