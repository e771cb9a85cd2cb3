package dev.latchkey.totp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.store.Condition;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import dev.latchkey.totp.Authenticator.BackupCode;
import dev.latchkey.totp.Authenticator.Temporary;
import dev.latchkey.totp.SecondFactor.Backup;
import dev.latchkey.totp.SecondFactor.Otp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecondFactorTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Key KEY = new Key("acme#address#a", "authenticator");
    private static final Authenticator AUTHENTICATOR = new Authenticator(
            "id", "sealed", NOW, 100, Map.of("3", "tag3"), new Temporary("staff", NOW.plusSeconds(60)));
    private static final Condition SAME = Condition.equal("id", "id");

    private final SecondFactor otp = new Otp(101);
    private final SecondFactor recovery = new Backup(new BackupCode.Recovery("3", "tag3"));
    private final SecondFactor temporary = new Backup(new BackupCode.OneTime("staff"));

    @Test
    void eachSort_hasItsWord() {
        assertThat(otp.amr()).isEqualTo("otp");
        assertThat(recovery.amr()).isEqualTo("recovery");
        assertThat(temporary.amr()).isEqualTo("temporary");
    }

    @Test
    void aCodeOfTheApp_isSpentOnceItsStepOrALaterOneIs() {
        assertThat(otp.isSpent(AUTHENTICATOR, NOW)).isFalse();
        assertThat(new Otp(100).isSpent(AUTHENTICATOR, NOW)).isTrue();
    }

    @Test
    void aRecoveryCode_isSpentOnceItIsGoneOrAnotherStandsInItsPlace() {
        assertThat(recovery.isSpent(AUTHENTICATOR, NOW)).isFalse();
        assertThat(recovery.isSpent(recovery.after(AUTHENTICATOR), NOW)).isTrue();
        assertThat(new Backup(new BackupCode.Recovery("3", "old")).isSpent(AUTHENTICATOR, NOW))
                .isTrue();
    }

    @Test
    void theCodeOfStaff_isSpentOnceItIsGoneOrTooOld() {
        assertThat(temporary.isSpent(AUTHENTICATOR, NOW)).isFalse();
        assertThat(temporary.isSpent(AUTHENTICATOR, NOW.plusSeconds(60))).isTrue();
        assertThat(temporary.isSpent(temporary.after(AUTHENTICATOR), NOW)).isTrue();
    }

    @Test
    void spending_losesWhereItWasSpent_orAnotherAuthenticatorStandsThere() {
        assertThat(AuthenticatorItem.spend(KEY, AUTHENTICATOR, otp))
                .isEqualTo(Write.update(
                        KEY, ItemUpdate.none().set("lastStep", 101), SAME.and(Condition.less("lastStep", 101))));
        assertThat(AuthenticatorItem.spend(KEY, AUTHENTICATOR, recovery))
                .isEqualTo(Write.update(
                        KEY,
                        ItemUpdate.none().decrement("codesLeft").remove("code:3"),
                        SAME.and(Condition.equal("code:3", "tag3"))));
        assertThat(AuthenticatorItem.spend(KEY, AUTHENTICATOR, temporary))
                .isEqualTo(Write.update(
                        KEY,
                        ItemUpdate.none().remove("temporary").remove("temporaryEndsAt"),
                        SAME.and(Condition.equal("temporary", "staff"))));
    }

    @Test
    void renewing_spendsTheStep_orPutsAnotherCodeInThePlaceOfTheOneThatWasUsed() {
        RecoveryCodes codes = new RecoveryCodes(List.of(), Map.of("3", "new3"));
        assertThat(AuthenticatorItem.renew(KEY, AUTHENTICATOR, codes, otp))
                .isEqualTo(Write.update(
                        KEY,
                        ItemUpdate.none()
                                .set("codesLeft", 1)
                                .set("lastStep", 101)
                                .set("code:3", "new3"),
                        SAME.and(Condition.less("lastStep", 101))));
        assertThat(AuthenticatorItem.renew(KEY, AUTHENTICATOR, codes, recovery))
                .isEqualTo(Write.update(
                        KEY,
                        ItemUpdate.none().set("codesLeft", 1).set("code:3", "new3"),
                        SAME.and(Condition.equal("code:3", "tag3"))));
    }

    @Test
    void removing_losesWhereTheCodeWasSpent() {
        assertThat(AuthenticatorItem.remove(KEY, AUTHENTICATOR, otp))
                .isEqualTo(Write.delete(KEY, SAME.and(Condition.less("lastStep", 101))));
        assertThat(AuthenticatorItem.remove(KEY, AUTHENTICATOR, recovery))
                .isEqualTo(Write.delete(KEY, SAME.and(Condition.equal("code:3", "tag3"))));
    }

    @Test
    void aCodeOfTheApp_leavesTheSparesAsTheyAre_andASpareIsGone() {
        assertThat(otp.after(AUTHENTICATOR)).isEqualTo(AUTHENTICATOR);
        assertThat(recovery.after(AUTHENTICATOR).codesLeft()).isZero();
        assertThat(temporary.after(AUTHENTICATOR).temporary()).isNull();
    }
}
