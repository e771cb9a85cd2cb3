package dev.latchkey.support;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountEvents;
import dev.latchkey.audit.Concerned;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.ContactSummary;
import dev.latchkey.contact.Email;
import dev.latchkey.contactaccess.AddressAccess;
import dev.latchkey.contactaccess.ContactAccess;
import dev.latchkey.firm.FirmId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The account that a support request is about, or why the request is not carried out. */
sealed interface SupportTarget {

    /** The request can be carried out. */
    record About(ContactAccess contact, AddressAccess chosen) implements SupportTarget {

        FirmId firm() {
            return contact.firm().id();
        }

        Account account() {
            return Objects.requireNonNull(chosen.account());
        }

        /** Contacts that share the account, this one first; at most {@value Address#MOST_LISTED}. */
        List<ContactSummary> affected() {
            Stream<ContactSummary> others = contact.sharedWith(chosen).stream();
            return Stream.concat(Stream.of(contact.contact().summary()), others).toList();
        }

        AccountEvents.About eventSubject() {
            return new AccountEvents.About(
                    contact.firm().id(),
                    chosen.principal(contact.firm().id()),
                    account().subject(),
                    Concerned.of(contact.contact().id(), chosen.address()));
        }
    }

    /** The request was carried out before, with this answer. */
    record Answered(Map<String, String> answer) implements SupportTarget {}

    record Refused(SupportRefusal why) implements SupportTarget {}

    /** A request without an address is about the contact's only account. */
    static SupportTarget of(@Nullable Email asked, ContactAccess contact) {
        List<AddressAccess> fitting = contact.addresses().stream()
                .filter(access -> asked == null || access.email().sameAs(asked))
                .toList();
        List<AddressAccess> accounts =
                fitting.stream().filter(access -> access.account() != null).toList();
        if (asked != null && fitting.isEmpty()) {
            return new Refused(SupportRefusal.NO_ADDRESS);
        }
        if (accounts.isEmpty()) {
            return new Refused(SupportRefusal.NO_ACCOUNT);
        }
        return accounts.size() > 1
                ? new Refused(SupportRefusal.EMAIL_REQUIRED)
                : new About(contact, accounts.getFirst());
    }
}
