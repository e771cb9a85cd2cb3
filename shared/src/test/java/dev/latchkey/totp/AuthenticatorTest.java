package dev.latchkey.totp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.totp.Authenticator.BackupCode;
import dev.latchkey.totp.Authenticator.Temporary;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuthenticatorTest {

    private static final Instant SINCE = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant END = SINCE.plusSeconds(600);
    private static final Map<String, String> CODES = Map.of("0", "tag0", "7", "tag7");
    private static final Temporary TEMPORARY = new Temporary("staff", END);

    @Test
    void theLastStepUsed_andAllBeforeIt_areSpent_andTheNextIsNot() {
        assertThat(with(null).isSpent(99)).isTrue();
        assertThat(with(null).isSpent(100)).isTrue();
        assertThat(with(null).isSpent(101)).isFalse();
    }

    @Test
    void aRecoveryCodeThatIsLeft_isGoodAsItself() {
        assertThat(with(null).backupCode("tag0", END)).contains(new BackupCode.Recovery("0", "tag0"));
        assertThat(with(TEMPORARY).backupCode("tag7", END)).contains(new BackupCode.Recovery("7", "tag7"));
    }

    @Test
    void aCodeThatIsNone_isGoodAsNothing() {
        assertThat(with(null).backupCode("tag1", SINCE)).isEmpty();
        assertThat(with(null).backupCode("staff", SINCE)).isEmpty();
        assertThat(with(TEMPORARY).backupCode("tag1", SINCE)).isEmpty();
    }

    @Test
    void theCodeOfStaff_isGoodUntilTheInstantOfItsEnd() {
        assertThat(with(TEMPORARY).backupCode("staff", END.minusMillis(1))).contains(new BackupCode.OneTime("staff"));
        assertThat(with(TEMPORARY).backupCode("staff", END)).isEmpty();
    }

    @Test
    void whereOnlyARecoveryCodeWillDo_theCodeOfStaffIsGoodAsNothing() {
        assertThat(with(TEMPORARY).recovery("tag7")).contains(new BackupCode.Recovery("7", "tag7"));
        assertThat(with(TEMPORARY).recovery("staff")).isEmpty();
        assertThat(with(TEMPORARY).recovery("tag1")).isEmpty();
    }

    @Test
    void aUsedSpare_isGone_andNothingElse() {
        Authenticator left = with(TEMPORARY).without(new BackupCode.Recovery("0", "tag0"));
        assertThat(left).isEqualTo(new Authenticator("id", "sealed", SINCE, 100, Map.of("7", "tag7"), TEMPORARY));
        assertThat(left.codesLeft()).isEqualTo(1);
        assertThat(with(TEMPORARY).without(new BackupCode.OneTime("staff"))).isEqualTo(with(null));
        assertThat(with(TEMPORARY).codesLeft()).isEqualTo(2);
    }

    private static Authenticator with(@Nullable Temporary temporary) {
        return new Authenticator("id", "sealed", SINCE, 100, CODES, temporary);
    }
}
