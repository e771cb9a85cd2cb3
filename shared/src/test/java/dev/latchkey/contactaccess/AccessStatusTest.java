package dev.latchkey.contactaccess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Account;
import dev.latchkey.accountlink.Invitation;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.Email;
import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.FirmId;
import dev.latchkey.totp.Authenticator;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessStatusTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Email EMAIL = Email.parse("c1@example.com").orElseThrow();
    private static final Account ACCOUNT = new Account("s1", "hash", 1, 0, NOW, false, null);
    private static final Authenticator APP = new Authenticator("id", "sealed", NOW, 1, Map.of(), null);
    private static final Invitation INVITATION = new Invitation(NOW, NOW.plusSeconds(60), "a1");

    @ParameterizedTest
    @CsvSource({
        "MAGIC_LINK_AND_LOGIN, account app locked deactivated, DEACTIVATED",
        "MAGIC_LINK_AND_LOGIN, deactivated, DEACTIVATED",
        "MAGIC_LINK_ONLY, account locked, LOGIN_OFF",
        "MAGIC_LINK_ONLY, invited, INVITED",
        "MAGIC_LINK_AND_LOGIN, none, NO_ACCOUNT",
        "MAGIC_LINK_AND_LOGIN, invited, INVITED",
        "MAGIC_LINK_AND_LOGIN, invited account, ACTIVE",
        "MAGIC_LINK_AND_LOGIN, account locked, LOCKED",
        "MAGIC_LINK_AND_LOGIN_2FA, account, ENROLMENT_REQUIRED",
        "MAGIC_LINK_AND_LOGIN_2FA, account locked, LOCKED",
        "MAGIC_LINK_AND_LOGIN_2FA, account app, ACTIVE",
        "MAGIC_LINK_AND_LOGIN_2FA, account app locked, LOCKED"
    })
    void ofAllThatHolds_theFirstIsTheWord(AccessMode mode, String facts, AccessStatus word) {
        assertThat(AccessStatus.of(mode, access(facts))).isEqualTo(word);
    }

    private static AddressAccess access(String facts) {
        Instant deactivatedAt = facts.contains("deactivated") ? NOW : null;
        return new AddressAccess(
                EMAIL,
                new Address(new FirmId("acme"), EMAIL, null, null, deactivatedAt),
                facts.contains("account") ? ACCOUNT : null,
                facts.contains("app") ? APP : null,
                0,
                facts.contains("invited") ? INVITATION : null,
                AttemptCounters.NONE,
                facts.contains("locked") ? NOW : null);
    }
}
