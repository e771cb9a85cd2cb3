package dev.latchkey.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.Retention;
import dev.latchkey.mail.MailKind;
import dev.latchkey.store.Item;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountEventsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T14:51:37.791Z");
    private static final RequestSource ORIGIN = new RequestSource("r-1", "203.0.113.7", null);
    private static final AccountEvents.About ABOUT = new AccountEvents.About(
            new FirmId("acme"),
            new Principal("~a"),
            "sub-1",
            new Concerned(List.of(new ContactId("c1"), new ContactId("o1")), null));

    private static final Retention RETENTION = new Retention(Duration.ofDays(90), Duration.ofDays(90), 7);

    private final AccountEvents events =
            new AccountEvents(new AuditTrail(new Randomness(), () -> RETENTION), new Randomness());

    @Test
    void whatTheOwnerDid_isTheirs_inTheTrailAndInTheirMail() {
        List<Write> writes = events.of(AuditType.PASSWORD_CHANGED, MailKind.PASSWORD_CHANGED, ABOUT, ORIGIN, NOW);
        assertThat(writes).hasSize(2);
        Item event = item(writes.getFirst());
        assertThat(event.text("type")).isEqualTo("password.changed");
        assertThat(event.text("outcome")).isEqualTo("SUCCESS");
        assertThat(event.text("actorKind") + event.text("actorId")).isEqualTo("CLIENTsub-1");
        assertThat(event.rows("detail")).containsExactly(Map.of());
        Item mail = item(writes.getLast());
        assertThat(mail.text("kind") + mail.text("reference")).isEqualTo("PASSWORD_CHANGED~a");
        assertThat(mail.optionalNumber("number")).isNull();
    }

    @Test
    void whatStaffDid_isTheirs_withItsDetail_andItsNumberGoesWithTheMail() {
        Actor staff = new Actor(Actor.Kind.STAFF, "s1");
        List<Write> writes = events.of(
                AuditType.TOTP_RESET,
                Map.of("reason", "new phone"),
                MailKind.TOTP_RESET,
                0L,
                ABOUT,
                staff,
                ORIGIN,
                NOW);
        Item event = item(writes.getFirst());
        assertThat(event.text("actorKind") + event.text("actorId")).isEqualTo("STAFFs1");
        assertThat(event.texts("contactIds")).containsExactlyInAnyOrder("c1", "o1");
        assertThat(event.rows("detail")).containsExactly(Map.of("reason", "new phone"));
        assertThat(item(writes.getLast()).optionalNumber("number")).isZero();
    }

    @Test
    void aNoticeAlone_goesToTheAddressOfTheAccount() {
        Item mail = item(events.notice(MailKind.WRONG_CODES, 5L, ABOUT, ORIGIN, NOW));
        assertThat(mail.text("kind") + mail.text("reference")).isEqualTo("WRONG_CODES~a");
        assertThat(mail.optionalNumber("number")).isEqualTo(5);
    }

    @Test
    void whatIsForTheTrailAlone_makesNoMail() {
        Write unlocked = events.record(
                AuditType.ACCOUNT_UNLOCKED,
                AuditEvent.Outcome.SUCCESS,
                ABOUT,
                new Actor(Actor.Kind.STAFF, "s1"),
                ORIGIN,
                NOW,
                Map.of());
        assertThat(item(unlocked).text("type") + item(unlocked).text("actorKind"))
                .isEqualTo("account.unlockedSTAFF");
    }

    private static Item item(Write write) {
        return ((Write.Put) write).item();
    }
}
