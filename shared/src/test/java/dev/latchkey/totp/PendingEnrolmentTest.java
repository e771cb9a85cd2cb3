package dev.latchkey.totp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PendingEnrolmentTest {

    private static final Instant END = Instant.parse("2026-11-24T12:10:00Z");
    private static final Key KEY = new Key("acme#contact#c1", "enrolment");
    private static final PendingEnrolment PENDING = new PendingEnrolment("sealed", "login 1", END);

    @Test
    void anAccount_hasOneAtMost() {
        assertThat(PendingEnrolment.key(new FirmId("acme"), Principal.of(new ContactId("c1"))))
                .isEqualTo(KEY);
    }

    @Test
    void whoeverBeganIt_canConfirmItUntilTheInstantOfItsEnd_andNobodyElseCan() {
        assertThat(PENDING.canBeConfirmedBy("login 1", END.minusMillis(1))).isTrue();
        assertThat(PENDING.canBeConfirmedBy("login 1", END)).isFalse();
        assertThat(PENDING.canBeConfirmedBy("login 2", END.minusMillis(1))).isFalse();
    }

    @Test
    void itIsPutInThePlaceOfAnyOther_andReadAsItWas() {
        Write.Put put = (Write.Put) PENDING.start(KEY);
        assertThat(put.condition()).isNull();
        assertThat(put.item().key()).isEqualTo(KEY);
        assertThat(put.item().number("ttl")).isEqualTo(END.getEpochSecond());
        assertThat(PendingEnrolment.read(put.item())).isEqualTo(PENDING);
        assertThat(PendingEnrolment.read(null)).isNull();
    }

    @Test
    void confirmingIt_losesWhereAnotherTookItsPlace() {
        assertThat(PENDING.confirm(KEY)).isEqualTo(Write.delete(KEY, Condition.equal("secret", "sealed")));
    }
}
