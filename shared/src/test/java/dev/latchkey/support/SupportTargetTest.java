package dev.latchkey.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountEvents;
import dev.latchkey.audit.Concerned;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.Addresses;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactAddress;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactProfile;
import dev.latchkey.contact.ContactType;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.contactaccess.AddressAccess;
import dev.latchkey.contactaccess.AttemptCounters;
import dev.latchkey.contactaccess.ContactAccess;
import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.Firms;
import dev.latchkey.support.SupportTarget.About;
import dev.latchkey.support.SupportTarget.Refused;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SupportTargetTest {

    private static final FirmId FIRM = new FirmId("acme");
    private static final ContactId CONTACT = new ContactId("c1");
    private static final Email HOME = Email.parse("home@example.com").orElseThrow();
    private static final Email WORK = Email.parse("work@example.com").orElseThrow();
    private static final Email NOBODYS = Email.parse("nobody@example.com").orElseThrow();
    private static final Account ACCOUNT = new Account("s1", "hash", 1, 0, Instant.EPOCH, false, null);

    @Test
    void withoutAnAddress_theOneAccountIsMeant() {
        ContactAccess contact = contact(without(HOME), with(WORK));
        assertThat(SupportTarget.of(null, contact)).isEqualTo(new About(contact, with(WORK)));
    }

    @Test
    void withoutAnAddress_oneOfSeveralAccountsIsNotGuessed() {
        assertThat(SupportTarget.of(null, contact(with(HOME), with(WORK))))
                .isEqualTo(new Refused(SupportRefusal.EMAIL_REQUIRED));
    }

    @Test
    void theAddressThatIsSaid_isMeant_alsoInAnotherSpelling() {
        ContactAccess contact = contact(with(HOME), with(WORK));
        Email said = Email.parse("Work@Example.com").orElseThrow();
        assertThat(SupportTarget.of(said, contact)).isEqualTo(new About(contact, with(WORK)));
    }

    @Test
    void anAddressOfSomebodyElse_andOneWithoutAnAccount_areRefused() {
        ContactAccess contact = contact(without(HOME), with(WORK));
        assertThat(SupportTarget.of(NOBODYS, contact)).isEqualTo(new Refused(SupportRefusal.NO_ADDRESS));
        assertThat(SupportTarget.of(HOME, contact)).isEqualTo(new Refused(SupportRefusal.NO_ACCOUNT));
        assertThat(SupportTarget.of(null, contact(without(HOME)))).isEqualTo(new Refused(SupportRefusal.NO_ACCOUNT));
        assertThat(SupportTarget.of(null, contact())).isEqualTo(new Refused(SupportRefusal.NO_ACCOUNT));
    }

    @Test
    void allContactsThatShareTheAccount_areAffectedAndNamed() {
        About target = new About(contact(with(WORK)), with(WORK));
        assertThat(target.account()).isEqualTo(ACCOUNT);
        assertThat(target.affected())
                .extracting(summary -> summary.contact().value())
                .containsExactly("c1", "c2");
        assertThat(target.eventSubject())
                .isEqualTo(new AccountEvents.About(
                        FIRM,
                        Principal.of(FIRM, WORK),
                        "s1",
                        new Concerned(List.of(CONTACT, new ContactId("c2")), null)));
    }

    private static ContactAccess contact(AddressAccess... addresses) {
        List<ContactAddress> known = Stream.of(addresses)
                .map(access -> new ContactAddress(access.email(), "g1", Instant.EPOCH))
                .toList();
        Firm firm = Firms.of(FIRM.value(), "Acme", AccessMode.MAGIC_LINK_AND_LOGIN);
        Contact contact = new Contact(
                FIRM,
                CONTACT,
                1,
                "s1",
                Contact.State.LIVE,
                new ContactProfile(ContactType.PERSON, "C", List.of()),
                known,
                List.of(),
                0);
        return new ContactAccess(firm, contact, List.of(addresses), null, null);
    }

    private static AddressAccess with(Email email) {
        return new AddressAccess(email, address(email), ACCOUNT, null, 0, null, AttemptCounters.NONE, null);
    }

    private static AddressAccess without(Email email) {
        return new AddressAccess(email, address(email), null, null, 0, null, AttemptCounters.NONE, null);
    }

    private static Address address(Email email) {
        return Addresses.on(FIRM, email, "a1", "c1", "c2");
    }
}
