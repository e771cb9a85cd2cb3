package dev.latchkey.twofactor;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.Insider;
import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.authenticator.PendingEnrolment;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.Holder;
import dev.latchkey.firm.Firm;
import dev.latchkey.session.Bond;
import dev.latchkey.session.Session;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose app has just given its first right code.
 *
 * @param before the authenticator that is replaced
 * @param bond under which they began
 * @param amr what they had proven until then
 * @param spent what ends with it: the login or the session that began it, and the try of the code
 */
record Enrolling(
        Firm firm,
        Address address,
        Holder holder,
        Account account,
        @Nullable Authenticator before,
        PendingEnrolment pending,
        Bond bond,
        List<String> amr,
        List<Write> spent) {

    static Enrolling of(OpenLogin login, PendingEnrolment pending, List<Write> forgiving) {
        List<Write> spent = new ArrayList<>(forgiving);
        spent.add(login.challenge().use());
        return new Enrolling(
                login.firm(),
                login.recipient().address(),
                login.holder(),
                login.account(),
                login.authenticator(),
                pending,
                login.challenge().bond(),
                login.challenge().amr(),
                spent);
    }

    static Enrolling of(Insider who, PendingEnrolment pending, List<Write> forgiving) {
        Session session = who.caller().session();
        List<Write> spent = new ArrayList<>(forgiving);
        spent.add(Write.delete(session.id().key(session.firm()), Condition.present()));
        return new Enrolling(
                who.caller().firm(),
                who.address(),
                who.holder(),
                who.account(),
                who.authenticator(),
                pending,
                session.bond(),
                session.amr(),
                spent);
    }

    /** What is proven now. */
    List<String> proven() {
        return Stream.concat(amr.stream(), Stream.of("otp")).distinct().toList();
    }

    AccountEvents.About about() {
        return AccountEvents.About.of(holder, address);
    }
}
