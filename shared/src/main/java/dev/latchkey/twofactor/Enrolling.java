package dev.latchkey.twofactor;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.Insider;
import dev.latchkey.audit.Origin;
import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.authenticator.PendingEnrolment;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.Holder;
import dev.latchkey.device.Arrival;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.Firm;
import dev.latchkey.session.Bond;
import dev.latchkey.session.Session;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose app has just given its first right code.
 *
 * @param before the authenticator that is replaced
 * @param bond under which they began
 * @param amr what they had proven until then
 * @param login that led here; {@code null} of whoever was in before
 * @param begunOn the tag of the device that whoever was in before began on; {@code null} of one that showed no secret
 * @param spent what ends with it: the login or the session that began it, and the try of the code
 */
record Enrolling(
        Firm firm,
        Address address,
        Account account,
        @Nullable Authenticator before,
        PendingEnrolment pending,
        Bond bond,
        List<String> amr,
        @Nullable OpenLogin login,
        @Nullable String begunOn,
        List<Write> spent) {

    static Enrolling of(OpenLogin login, PendingEnrolment pending, List<Write> forgiving) {
        List<Write> spent = new ArrayList<>(forgiving);
        spent.add(login.challenge().use());
        return new Enrolling(
                login.firm(),
                login.recipient().address(),
                login.account(),
                login.authenticator(),
                pending,
                login.challenge().bond(),
                login.challenge().amr(),
                login,
                null,
                spent);
    }

    static Enrolling of(Insider who, PendingEnrolment pending, List<Write> forgiving) {
        Session session = who.caller().session();
        List<Write> spent = new ArrayList<>(forgiving);
        spent.add(Write.delete(session.id().key(session.firm()), Condition.present()));
        return new Enrolling(
                who.caller().firm(),
                who.address(),
                who.account(),
                who.authenticator(),
                pending,
                session.bond(),
                session.amr(),
                null,
                session.device(),
                spent);
    }

    Holder holder() {
        return Holder.of(firm.id(), Objects.requireNonNull(address.email()));
    }

    /** What is proven now. */
    List<String> proven() {
        return Stream.concat(amr.stream(), Stream.of("otp")).distinct().toList();
    }

    /** {@code null} of whoever was in before. */
    @Nullable
    Arrival arrival(Origin origin) {
        return login == null ? null : login.arrival(origin);
    }

    /** The tag of the device that the new session belongs to: what shows none now is where it began. */
    @Nullable
    String device(Origin origin) {
        Arrival arrival = arrival(origin);
        String shown = arrival == null ? KnownDevices.tag(holder(), origin.device()) : arrival.tag();
        return shown == null ? begunOn : shown;
    }

    AccountEvents.About about() {
        return AccountEvents.About.of(holder(), address);
    }
}
