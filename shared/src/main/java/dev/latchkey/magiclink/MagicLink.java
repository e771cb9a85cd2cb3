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
 * @param to where it was mailed to; {@code null} for a sign-in link that is not mailed, perhaps because the address
 *     belongs to nobody
 * @param sequence its place in its {@linkplain LinkSeries series}
 * @param expiresAt when an unopened request link expires; a sign-in link's lifetime begins with each delivery
 * @param deliveries all deliveries whose mail may have arrived, oldest first
 * @param wrongCodes how many wrong codes were typed
 * @param claim the device that opened it; {@code null} while none has
 */
record MagicLink(
        LinkId id,
        Scope scope,
        @Nullable DeliveryAddress to,
        long sequence,
        Instant expiresAt,
        List<LinkDelivery> deliveries,
        long wrongCodes,
        @Nullable Claim claim) {

    /** How long a device that claimed a request link may come back, counted from the claim. */
    static final Duration DEVICE_LIFE = Duration.ofDays(30);

    /** The lifetime of a sign-in link, opened or not. */
    static final Duration SIGN_IN_LIFE = Duration.ofMinutes(10);

    /** This many wrong codes revoke an unopened link. */
    static final int MOST_WRONG_CODES = 5;

    MagicLink {
        deliveries = deliveries.stream()
                .sorted(Comparator.comparing(LinkDelivery::at).thenComparing(LinkDelivery::secretHash))
                .toList();
    }

    /**
     * The device that opened the link first.
     *
     * @param endsAt until when it may come back
     * @param session the session that the link opens
     * @param entered whether it is open; a sign-in link of a client with an authenticator needs a code first
     */
    record Claim(String deviceHash, Instant endsAt, SessionId session, boolean entered) {}

    /** Whether this device claimed it. */
    boolean isClaimedBy(DeviceSecret device) {
        return claim != null && Digest.same(claim.deviceHash(), tag(device));
    }

    /** The tag under which the link stores this device. */
    String tag(DeviceSecret device) {
        return device.tag(id.text());
    }

    boolean isSignIn() {
        return scope.request().isEmpty();
    }

    /** When it expires, unopened, for the bearer of this delivery. */
    Instant endOf(LinkDelivery delivery) {
        return isSignIn() ? delivery.at().plus(SIGN_IN_LIFE) : expiresAt;
    }

    /** Until when a device may come back that claims the link now by this delivery. */
    Instant deviceEnd(LinkDelivery delivery, Instant now) {
        return isSignIn() ? endOf(delivery) : now.plus(DEVICE_LIFE);
    }

    Optional<LinkDelivery> deliveryOf(LinkToken token) {
        return deliveries.stream().filter(delivery -> delivery.carries(token)).findFirst();
    }

    Optional<LinkDelivery> lastDelivery() {
        return deliveries.isEmpty() ? Optional.empty() : Optional.of(deliveries.getLast());
    }

    boolean isKilledByCodes() {
        return claim == null && wrongCodes >= MOST_WRONG_CODES;
    }
}
