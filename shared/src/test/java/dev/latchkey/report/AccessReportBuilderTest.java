package dev.latchkey.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountItem;
import dev.latchkey.accountlink.Invitation;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.contactaccess.AccessStatus;
import dev.latchkey.contactaccess.AddressAccess;
import dev.latchkey.contactaccess.ContactAccess;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.magiclink.LastLink;
import dev.latchkey.store.Item;
import dev.latchkey.throttling.AttemptBudget;
import dev.latchkey.totp.Authenticator;
import dev.latchkey.totp.AuthenticatorItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A firm's access is put together from what its roll has, in whatever order that comes. */
class AccessReportBuilderTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(3600);
    private static final FirmId ID = new FirmId("acme");
    private static final Firm FIRM = Objects.requireNonNull(Firm.of(
            ID,
            Item.at(Firm.key(ID)).text("name", "Acme").text("plan", "BUSINESS").build(),
            NOW));
    private static final Email ONE = new Email("one@example.com");
    private static final Email TWO = new Email("two@example.com");
    private static final Principal AT_ONE = Principal.of(ID, ONE);

    @Test
    void contactsInUseComeInTheOrderOfTheirIds_andNoOthers() {
        List<ContactAccess> all = read(
                contact("c2", "LIVE"), contact("c10", "LIVE"), contact("c3", "ARCHIVED"), contact("c4", "DELETED"));
        assertThat(all).extracting(access -> access.contact().id().value()).containsExactly("c10", "c2");
        assertThat(all).extracting(ContactAccess::status).containsOnly(AccessStatus.NO_ACCOUNT);
    }

    @Test
    void anAccount_isToldWithItsLoginAndItsApp_butNoSecret() {
        ContactAccess access =
                read(contact("c1", "LIVE", ONE), account(BEFORE), app(7)).getFirst();
        AddressAccess main = Objects.requireNonNull(access.main());
        Account account = Objects.requireNonNull(main.account());
        Authenticator app = Objects.requireNonNull(main.authenticator());
        assertThat(access.status()).isEqualTo(AccessStatus.ACTIVE);
        assertThat(account.lastLogin()).isEqualTo(new Account.LastLogin(BEFORE, List.of("pwd", "otp")));
        assertThat(account.passwordHash()).isEmpty();
        assertThat(app.codesLeft()).isEqualTo(7);
        assertThat(app.since()).isEqualTo(BEFORE);
        assertThat(app.sealedSecret()).isEmpty();
    }

    @Test
    void aDeactivatedAddress_isToldSo_andOneWhoseMailComesBack() {
        Item address = Item.at(AddressItem.key(ID, ONE))
                .time("deactivatedAt", BEFORE)
                .time("undeliverableSince", BEFORE)
                .build();
        ContactAccess access =
                read(contact("c1", "LIVE", ONE), account(BEFORE), address).getFirst();
        assertThat(access.status()).isEqualTo(AccessStatus.DEACTIVATED);
        assertThat(access.addresses().getFirst().address().isUndeliverable()).isTrue();
    }

    @Test
    void anInvitation_isGoodWhileTheAddressStandsWhereItWasSent() {
        Item address =
                Item.at(AddressItem.key(ID, ONE)).text("generation", "a1").build();
        Item contact = contact("c1", "LIVE", ONE);
        Item good = invitation("a1", NOW.plusSeconds(1));
        assertThat(statusOf(contact, address, good)).isEqualTo(AccessStatus.INVITED);
        assertThat(statusOf(contact, address, invitation("a1", NOW))).isEqualTo(AccessStatus.NO_ACCOUNT);
        assertThat(statusOf(contact, address, invitation("a0", NOW.plusSeconds(1))))
                .isEqualTo(AccessStatus.NO_ACCOUNT);
    }

    @Test
    void aLock_isToldUntilItsEnd() {
        Instant recent = NOW.minus(AttemptBudget.LOCK).plusMillis(1);
        assertThat(statusOf(contact("c1", "LIVE", ONE), account(BEFORE), tries("totp", 10, recent)))
                .isEqualTo(AccessStatus.LOCKED);
        assertThat(statusOf(
                        contact("c1", "LIVE", ONE),
                        account(BEFORE),
                        tries("password", 10, NOW.minus(AttemptBudget.LOCK))))
                .isEqualTo(AccessStatus.ACTIVE);
    }

    @Test
    void anAccountWhereAnAddressLeft_isAMismatch_unlessItWasMadeLater() {
        Item left = left("c1", TWO, BEFORE, ONE);
        assertThat(statusOf(left, account(BEFORE))).isEqualTo(AccessStatus.EMAIL_MISMATCH);
        assertThat(statusOf(left, account(BEFORE.plusMillis(1)))).isEqualTo(AccessStatus.NO_ACCOUNT);
        assertThat(statusOf(left, account(BEFORE), tries("totp", 10, NOW))).isEqualTo(AccessStatus.EMAIL_MISMATCH);
    }

    @Test
    void whoeverSharesAnAddress_isCounted_andSoIsTheAccountOnEach() {
        List<ContactAccess> all = read(
                contact("c1", "LIVE", ONE), contact("c2", "LIVE", TWO, ONE), contact("c3", "DELETED"), account(NOW));
        assertThat(all).extracting(ContactAccess::status).containsExactly(AccessStatus.ACTIVE, AccessStatus.ACTIVE);
        assertThat(all)
                .allSatisfy(access -> assertThat(access.sharedWith(Objects.requireNonNull(access.main())))
                        .hasSize(1))
                .allSatisfy(access -> assertThat(access.sharedWithCount(Objects.requireNonNull(access.main())))
                        .isEqualTo(1));
    }

    @Test
    void theLastLink_isToldOfItsContactAlone() {
        Item link = Item.at(LastLink.key(ID, new ContactId("c1")))
                .text("link", "l1")
                .time("sentAt", BEFORE)
                .text("requestId", "r1")
                .build();
        List<ContactAccess> all = read(link, contact("c1", "LIVE", ONE), contact("c2", "LIVE", ONE));
        assertThat(all.getFirst().lastLink()).isEqualTo(LastLink.read(link));
        assertThat(all.getLast().lastLink()).isNull();
    }

    private static AccessStatus statusOf(Item... items) {
        return read(items).getFirst().status();
    }

    /** In this order and in the other. */
    private static List<ContactAccess> read(Item... items) {
        List<Item> there = new ArrayList<>(List.of(items));
        List<ContactAccess> read = inOrder(there);
        Collections.reverse(there);
        assertThat(inOrder(there)).isEqualTo(read);
        return read;
    }

    private static List<ContactAccess> inOrder(List<Item> items) {
        AccessReportBuilder roll = new AccessReportBuilder(FIRM, NOW);
        items.forEach(roll::take);
        List<ContactAccess> all = new ArrayList<>();
        roll.each(all::add);
        return all;
    }

    private static Item contact(String id, String state, Email... emails) {
        return contact(id, state, List.of(), emails);
    }

    private static Item left(String id, Email now, Instant leftAt, Email gone) {
        return contact(
                id,
                "LIVE",
                List.of(Map.of("address", gone.address(), "since", BEFORE.toString(), "leftAt", leftAt.toString())),
                now);
    }

    private static Item contact(String id, String state, List<Map<String, String>> former, Email... emails) {
        return Item.at(ContactItem.key(ID, new ContactId(id)))
                .text("state", state)
                .text("type", "PERSON")
                .text("name", "Client " + id)
                .text("subject", "s-" + id)
                .rows(
                        "emails",
                        Stream.of(emails)
                                .map(email -> Map.of(
                                        "address",
                                        email.address(),
                                        "generation",
                                        "g-" + id,
                                        "since",
                                        BEFORE.toString()))
                                .toList())
                .rows("former", former)
                .build();
    }

    private static Item account(Instant createdAt) {
        return Item.at(AccountItem.key(ID, AT_ONE))
                .text("subject", "s-c1")
                .time("createdAt", createdAt)
                .time("lastLoginAt", BEFORE)
                .text("lastLoginAmr", "pwd otp")
                .build();
    }

    private static Item app(int codesLeft) {
        return Item.at(AuthenticatorItem.key(ID, AT_ONE))
                .time("createdAt", BEFORE)
                .number("codesLeft", codesLeft)
                .build();
    }

    private static Item invitation(String generation, Instant expiresAt) {
        return Item.at(Invitation.key(ID, AT_ONE))
                .time("sentAt", BEFORE)
                .time("expiresAt", expiresAt)
                .text("generation", generation)
                .build();
    }

    private static Item tries(String sort, int taken, Instant at) {
        return Item.at(AT_ONE.key(ID, "tries", sort))
                .number("taken", taken)
                .time("at", at)
                .build();
    }
}
