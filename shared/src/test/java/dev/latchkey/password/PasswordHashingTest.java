package dev.latchkey.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.latchkey.account.Account;
import dev.latchkey.crypto.Argon2Cost;
import dev.latchkey.crypto.Argon2id;
import dev.latchkey.crypto.HashingConcurrency;
import dev.latchkey.crypto.HashingOverloaded;
import dev.latchkey.crypto.Randomness;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {

    private final HashingConcurrency turns = new HashingConcurrency(1, Duration.ZERO);
    private final PasswordHashing hashing =
            new PasswordHashing(new Argon2id(new Randomness(), Argon2Cost.OF_PASSWORDS), turns);
    private final Password right = Password.of("wombats dig at midnight");
    private final Account account = new Account("s", hashing.hash(right), 1, 0, Instant.EPOCH, false, null);

    @Test
    void onlyTheRightPasswordOfAnAccount_isRight() {
        assertThat(hashing.isRight(right, account)).isTrue();
        assertThat(hashing.isRight(Password.of("wombats dig at noon"), account)).isFalse();
        assertThat(hashing.isRight(right, null)).isFalse();
        assertThat(hashing.isRight(Password.of("wombats dig at midnight\u0000"), account))
                .isFalse();
    }

    @Test
    void everyTypedPassword_wantsATurnToHash_whoseverTheAddressIs() {
        assertWantsATurn(right, account);
        assertWantsATurn(right, null);
        assertWantsATurn(Password.of("half a pair \ud800"), account);
        assertWantsATurn(Password.of(""), null);
    }

    @Test
    void aPasswordForNobody_takesTheMemoryOfAHash() {
        assertThat(allocatedBy(() -> hashing.isRight(right, null))).isGreaterThan(19_000_000);
        assertThat(allocatedBy(() -> hashing.isRight(Password.of("\u0000"), account)))
                .isGreaterThan(19_000_000);
    }

    private static long allocatedBy(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private void assertWantsATurn(Password typed, @Nullable Account whose) {
        boolean free = turns.take(() -> {
            assertThatThrownBy(() -> hashing.isRight(typed, whose)).isInstanceOf(HashingOverloaded.class);
            return true;
        });
        assertThat(free).isTrue();
    }
}
