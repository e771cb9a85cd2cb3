package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final MailId ID = new MailId(new FirmId("acme"), "m-1", MailPriority.INTERACTIVE);
    private static final Instant AT = Instant.parse("2026-11-24T14:51:37.791Z");
    private static final RequestSource ORIGIN = new RequestSource("r-1", "203.0.113.7", null);

    @Test
    void whatIsIntended_isReadBack_withItsNumberOrWithout() {
        OutgoingMail numbered = new OutgoingMail(ID, MailKind.RECOVERY_CODE_USED, "~a", AT, ORIGIN, 0L, null);
        OutgoingMail plain = new OutgoingMail(ID, MailKind.WRONG_CODES, "~a", AT, ORIGIN);
        RequestSource browser = new RequestSource("r-1", "203.0.113.7", "Mozilla/5.0");
        OutgoingMail device = new OutgoingMail(ID, MailKind.NEW_DEVICE, "~a", AT, browser, null, "pwd otp");
        assertThat(stored(device)).isEqualTo(device);
        assertThat(stored(numbered)).isEqualTo(numbered);
        assertThat(stored(plain)).isEqualTo(plain);
        assertThat(plain.number()).isNull();
    }

    @Test
    void aKeyThatNamesNoMail_isNoKeyOfTheOutbox() {
        MailId bulk = new MailId(new FirmId("acme"), "m-1", MailPriority.BULK);
        assertThat(MailId.of(ID.key())).isEqualTo(ID);
        assertThat(MailId.of(bulk.key())).isEqualTo(bulk);
        assertThat(bulk.key().sk()).isEqualTo("bulk#m-1");
        assertThatThrownBy(() -> MailId.of(MailAttempts.key(ID))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MailId.of(new Key("acme#outbox", "outbox#")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a key of the outbox");
    }

    private static OutgoingMail stored(OutgoingMail mail) {
        return Outbox.read(mail.id(), ((Write.Put) Outbox.intend(mail)).item());
    }
}
