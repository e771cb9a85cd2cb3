package dev.latchkey.magiclink;

import dev.latchkey.crypto.Digest;
import dev.latchkey.device.DeviceSecret;
import dev.latchkey.session.Scope;
import dev.latchkey.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mailed link: to one request of one contact, or to all requests of one address.
 *
 * @param to where it was mailed to; {@code null} for a sign-in link that was not mailed yet, perhaps because the address
 *     is nobody's
 * @param sequence its place among the links of its thread
 * @param expiresAt when a request link dies unopened; a sign-in link's life begins with each sending
 * @param sendings all whose mail may be in a mailbox, oldest first
 * @param wrongCodes how many wrong codes were typed
 * @param claim by which device it was opened, once it was
 */
record MagicLink(
        LinkId id,
        Scope scope,
        @Nullable DeliveryAddress to,
        long sequence,
        Instant expiresAt,
        List<LinkDelivery> sendings,
        long wrongCodes,
        @Nullable Claim claim) {

    /** How long a device that claimed a request link may come back; fixed at the claim, not sliding. */
    static final Duration DEVICE_LIFE = Duration.ofDays(30);

    /** How long a sign-in link lives, opened or not. */
    static final Duration SIGN_IN_LIFE = Duration.ofMinutes(10);

    /** So many wrong codes kill a link that nobody has opened. */
    static final int MOST_WRONG_CODES = 5;

    MagicLink {
        sendings = sendings.stream()
                .sorted(Comparator.comparing(LinkDelivery::at).thenComparing(LinkDelivery::secretHash))
                .toList();
    }

    /**
     * The device that opened the link first.
     *
     * @param endsAt until when it may come back
     * @param session what it opens
     * @param entered whether that was opened; a sign-in link of somebody with an authenticator waits for a code before
     */
    record Claim(String deviceHash, Instant endsAt, SessionId session, boolean entered) {}

    /** Whether it is this device that opened it first. */
    boolean isClaimedBy(DeviceSecret device) {
        return claim != null && Digest.same(claim.deviceHash(), tag(device));
    }

    /** As this device is stored with it. */
    String tag(DeviceSecret device) {
        return device.tag(id.text());
    }

    boolean isSignIn() {
        return scope.request().isEmpty();
    }

    /** When it dies unopened for whoever got this sending. */
    Instant endOf(LinkDelivery delivery) {
        return isSignIn() ? delivery.at().plus(SIGN_IN_LIFE) : expiresAt;
    }

    /** When the time of a device ends that opens it now by this sending. */
    Instant deviceEnd(LinkDelivery delivery, Instant now) {
        return isSignIn() ? endOf(delivery) : now.plus(DEVICE_LIFE);
    }

    Optional<LinkDelivery> sendingOf(LinkToken token) {
        return sendings.stream().filter(delivery -> delivery.carries(token)).findFirst();
    }

    Optional<LinkDelivery> lastSending() {
        return sendings.isEmpty() ? Optional.empty() : Optional.of(sendings.getLast());
    }

    boolean isKilledByCodes() {
        return claim == null && wrongCodes >= MOST_WRONG_CODES;
    }
}
