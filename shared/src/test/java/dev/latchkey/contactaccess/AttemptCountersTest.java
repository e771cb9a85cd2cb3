package dev.latchkey.contactaccess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.StoredItems;
import dev.latchkey.throttling.AttemptBudget;
import dev.latchkey.throttling.AttemptBudget.Factor;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptCountersTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final FirmId FIRM = new FirmId("acme");
    private static final Principal HOLDER = Principal.of(new ContactId("c1"));
    private static final AttemptBudget PASSWORD = AttemptBudget.of(Factor.PASSWORD, FIRM, HOLDER);
    private static final AttemptBudget TOTP = AttemptBudget.of(Factor.TOTP, FIRM, HOLDER);
    private static final AttemptBudget RECOVERY = AttemptBudget.of(Factor.RECOVERY, FIRM, HOLDER);

    @Test
    void eachAuthenticatorOfTheAccount_isCounted_andWhatWasNeverTriedIsNot() {
        Item tried = item(TOTP, 3, NOW);
        assertThat(AttemptCounters.budgets(FIRM, HOLDER)).containsExactly(PASSWORD, TOTP, RECOVERY);
        assertThat(tries(tried).counts()).containsExactly(new AttemptCounters.Count(TOTP, tried));
    }

    @Test
    void theCountsOfCodes_areAllButThePasswords() {
        AttemptCounters all = tries(item(PASSWORD, 3, NOW), item(TOTP, 3, NOW), item(RECOVERY, 3, NOW));
        assertThat(all.ofCodes().counts())
                .extracting(AttemptCounters.Count::budget)
                .containsExactly(TOTP, RECOVERY);
    }

    @Test
    void aLockIsOn_untilTheInstantOfItsEnd_andNoneIsWhereFewerFailed() {
        Instant end = NOW.plus(AttemptBudget.LOCK);
        assertThat(tries(item(TOTP, 10, NOW)).lockedUntil(end.minusMillis(1))).isEqualTo(end);
        assertThat(tries(item(TOTP, 10, NOW)).lockedUntil(end)).isNull();
        assertThat(tries(item(TOTP, 9, NOW)).lockedUntil(NOW)).isNull();
        assertThat(tries().lockedUntil(NOW)).isNull();
    }

    @Test
    void ofSeveralLocks_theLatestEndCounts_whicheverIsReadFirst() {
        Instant later = NOW.plusSeconds(60);
        Instant end = later.plus(AttemptBudget.LOCK);
        assertThat(tries(item(PASSWORD, 100, NOW), item(TOTP, 10, later)).lockedUntil(later))
                .isEqualTo(end);
        assertThat(tries(item(PASSWORD, 100, later), item(TOTP, 10, NOW)).lockedUntil(later))
                .isEqualTo(end);
    }

    @Test
    void allThatIsCounted_isForgiven_andNothingIsWrittenWhereNothingIs() {
        Item tried = item(PASSWORD, 3, NOW);
        AttemptCounters counted = tries(tried, item(TOTP, 0, NOW));
        assertThat(counted.forgiveAll()).containsExactly(PASSWORD.forgiveAll(tried));
        assertThat(tries().forgiveAll()).isEmpty();
    }

    private static AttemptCounters tries(Item... items) {
        return AttemptCounters.read(FIRM, HOLDER, StoredItems.of(items));
    }

    private static Item item(AttemptBudget budget, long taken, Instant at) {
        return Item.at(budget.key()).number("taken", taken).time("at", at).build();
    }
}
