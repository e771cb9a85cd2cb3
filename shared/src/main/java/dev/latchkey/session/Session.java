package dev.latchkey.session;

import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.Email;
import dev.latchkey.firm.AccessRequest;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An authenticated session. It belongs to one firm and ends when it is deleted, after 12 idle hours, or at its absolute end,
 * whichever is first.
 *
 * @param binding of the address when it was opened; a session of a link ends with it, a login lasts while its address is on
 *     any contact in use
 * @param subject the access token's {@code sub}: random and stable, never an address
 * @param amr what was proven, in order, in the style of RFC 8176
 * @param acr {@code aal1} or {@code aal2}
 * @param marker the epoch and settings version under which it was opened
 * @param endsAt the absolute end
 * @param refreshGeneration which refresh token is the current one
 * @param rotatedAt when that token was issued
 * @param device the tag of the device that it began on; {@code null} where that has no secret
 */
public record Session(
        FirmId firm,
        SessionId id,
        Email email,
        AddressBinding binding,
        Scope scope,
        String subject,
        List<String> amr,
        String acr,
        RevocationMarker marker,
        Instant createdAt,
        Instant lastUsedAt,
        Instant endsAt,
        RefreshTokenFamily family,
        long refreshGeneration,
        Instant rotatedAt,
        @Nullable String userAgent,
        String sourceIp,
        @Nullable String device) {

    /** {@code acr} of a mailbox or a password. */
    public static final String AAL1 = "aal1";

    /** {@code acr} where a code was proven too. */
    public static final String AAL2 = "aal2";

    private static final Set<String> SECOND_FACTORS = Set.of("otp", "recovery", "temporary");

    /** The longest lifetime of a session. */
    public static final Duration LONGEST = Duration.ofDays(30);

    /** How long a session lasts without a refresh. */
    public static final Duration IDLE = Duration.ofHours(12);

    /** When it ends if it is not used again. */
    public Instant idleEnd() {
        Instant idle = lastUsedAt.plus(IDLE);
        return idle.isBefore(endsAt) ? idle : endsAt;
    }

    /** The same session with the next refresh token as its current one. */
    Session rotated(Instant now) {
        return new Session(
                firm,
                id,
                email,
                binding,
                scope,
                subject,
                amr,
                acr,
                marker,
                createdAt,
                now,
                endsAt,
                family,
                refreshGeneration + 1,
                now,
                userAgent,
                sourceIp,
                device);
    }

    /** The {@code acr} of what was proven. */
    public static String acr(List<String> amr) {
        return amr.stream().anyMatch(SECOND_FACTORS::contains) ? AAL2 : AAL1;
    }

    /** Whether more than a mailbox or a password was proven. */
    boolean hasSecondFactor() {
        return acr.equals(AAL2);
    }

    /** Whether the device may get it again by its link alone: never a session that needed a code. */
    public boolean mayBeHandedOutAgain(Firm firm, long epoch) {
        return !hasSecondFactor() && marker.epoch() == epoch && SessionPolicy.isAllowed(this, firm);
    }

    /** What the firm's access mode has to allow for it. */
    AccessRequest accessRequest() {
        if (scope.equals(Scope.PORTAL)) {
            return hasSecondFactor() ? AccessRequest.LOGIN_SESSION_WITH_CODE : AccessRequest.LOGIN_SESSION;
        }
        if (scope.equals(Scope.REQUESTS)) {
            return hasSecondFactor() ? AccessRequest.SIGN_IN_SESSION_WITH_CODE : AccessRequest.SIGN_IN_SESSION;
        }
        return hasSecondFactor() ? AccessRequest.REQUEST_SESSION_WITH_CODE : AccessRequest.REQUEST_SESSION;
    }

    boolean hasNotEnded(Instant now) {
        return now.isBefore(idleEnd());
    }
}
