package dev.latchkey.twofactor;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountEvents;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.Principal;
import dev.latchkey.device.Arrival;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.Firm;
import dev.latchkey.reauthentication.AuthenticatedAccount;
import dev.latchkey.session.RevocationMarker;
import dev.latchkey.session.Session;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Write;
import dev.latchkey.totp.Authenticator;
import dev.latchkey.totp.PendingEnrolment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client whose authenticator app has just given its first right code.
 *
 * @param before the authenticator that is replaced
 * @param marker under which the login or session began
 * @param amr what was proven until then
 * @param login the pending login; {@code null} where a session began the enrolment
 * @param begunOn the tag of the session's device; {@code null} for a device without a secret, and within a login
 * @param spent what ends: the login or the session that began the enrolment, and the attempt of the code
 */
record ConfirmedEnrolment(
        Firm firm,
        Address address,
        Account account,
        @Nullable Authenticator before,
        PendingEnrolment pending,
        RevocationMarker marker,
        List<String> amr,
        @Nullable PendingLogin login,
        @Nullable String begunOn,
        List<Write> spent) {

    static ConfirmedEnrolment of(PendingLogin login, PendingEnrolment pending, List<Write> forgiving) {
        List<Write> spent = new ArrayList<>(forgiving);
        spent.add(login.challenge().use());
        return new ConfirmedEnrolment(
                login.firm(),
                login.recipient().address(),
                login.account(),
                login.authenticator(),
                pending,
                login.challenge().marker(),
                login.challenge().amr(),
                login,
                null,
                spent);
    }

    static ConfirmedEnrolment of(AuthenticatedAccount who, PendingEnrolment pending, List<Write> forgiving) {
        Session session = who.caller().session();
        List<Write> spent = new ArrayList<>(forgiving);
        spent.add(Write.delete(session.id().key(session.firm()), Condition.present()));
        return new ConfirmedEnrolment(
                who.caller().firm(),
                who.address(),
                who.account(),
                who.authenticator(),
                pending,
                session.marker(),
                session.amr(),
                null,
                session.device(),
                spent);
    }

    Principal principal() {
        return Principal.of(firm.id(), Objects.requireNonNull(address.email()));
    }

    /** What is proven now. */
    List<String> proven() {
        return Stream.concat(amr.stream(), Stream.of("otp")).distinct().toList();
    }

    /** {@code null} where a session began the enrolment. */
    @Nullable
    Arrival arrival(RequestSource requestSource) {
        return login == null ? null : login.arrival(requestSource);
    }

    /**
     * The tag of the device that the new session belongs to. A request without a device secret counts as the device
     * that the enrolment began on.
     */
    @Nullable
    String device(RequestSource requestSource) {
        Arrival arrival = arrival(requestSource);
        String shown = arrival == null ? KnownDevices.tag(principal(), requestSource.device()) : arrival.tag();
        return shown == null ? begunOn : shown;
    }

    AccountEvents.About about() {
        return AccountEvents.About.of(principal(), address);
    }
}
