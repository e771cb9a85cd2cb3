package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.template.Deployed;
import dev.latchkey.local.template.LogPattern;
import dev.latchkey.throttling.AttemptBudget;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What the template counts in the functions' log is there as they write it. {@link RefusedMailTest} does the same for
 * mails that were parked, {@link UnusableKeyTest} for keys that can't be used, {@link AuditTamperingTest} for events of the
 * trail that were changed, and {@link RangeServiceTest} for passwords that could not be looked up.
 */
class LoggedLinesTest {

    private static final Map<String, LogPattern> PATTERNS = Deployed.logPatterns();

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);

    @Test
    void aWrongPasswordAndAWrongCode_areRefusedSignIns() {
        portal.account(address);
        assertThat(counted(() -> portal.logIn(address, "wrong"))).isEqualTo(Map.of("RefusedSignIns", 1));
        assertThat(counted(() -> portal.logIn(TestFirm.address(), "wrong"))).isEqualTo(Map.of("RefusedSignIns", 1));
        SecondFactor codes = new SecondFactor(firm);
        String other = TestFirm.address();
        firm.contact("c2", 1, other);
        SecondFactor.Owner owner = codes.enrolled(other);
        String challenge = codes.challenge(other);
        assertThat(counted(() -> codes.verify(challenge, owner.app().wrong()))).isEqualTo(Map.of("RefusedSignIns", 1));
    }

    @Test
    void whoeverIsLocked_isCountedAsLocked() {
        portal.account(address);
        firm.locked(address, AttemptBudget.Factor.PASSWORD);
        assertThat(counted(() -> portal.logIn(address, Portal.PASSWORD))).isEqualTo(Map.of("LockedAccounts", 1));
    }

    @Test
    void aSpentRefreshToken_isCounted() {
        Answer session = firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());
        Answer second = firm.refresh(session.text("/refreshToken"));
        firm.refresh(second.text("/refreshToken"));
        assertThat(counted(() -> firm.refresh(session.text("/refreshToken"))))
                .isEqualTo(Map.of("ReusedRefreshTokens", 1));
    }

    @Test
    void anOutage_andABug_areCountedApart() {
        Answer session = firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());
        world.fault("kms", "Sign", "KMSInternalException", 20, "before");
        assertThat(counted(() -> firm.refresh(session.text("/refreshToken"))))
                .isEqualTo(Map.of("DependencyUnavailable", 1));
        world.noFaults();
        world.fault("dynamodb", "BatchGetItem", "AccessDeniedException", 20, "before");
        assertThat(counted(() -> firm.inspect("t.c1~AAAAAAAAAAAAAAAAAAAAAA." + "A".repeat(44) + "." + "B".repeat(43))))
                .isEqualTo(Map.of("Crashes", 1));
    }

    @Test
    void anEventOfTheDirectoryThatDoesNotTellItsVersion_isCountedEachTimeItComes() {
        Map<String, ?> detail = Map.of("firmId", firm.id(), "contactId", "c1");
        assertThat(counted(() -> world.tryEvent("contact.deleted", detail)))
                .isEqualTo(Map.of("RejectedDirectoryEvents", 3));
    }

    @Test
    void whatGoesWell_andWhatIsMerelyRefused_isCountedAsNothing() {
        portal.account(address);
        for (Supplier<Answer> harmless : List.<Supplier<Answer>>of(
                () -> portal.logIn(address, Portal.PASSWORD),
                () -> firm.inspect("x".repeat(60)),
                () -> firm.refresh("x".repeat(120)),
                () -> firm.me("no token"))) {
            assertThat(counted(harmless)).isEmpty();
        }
    }

    @Test
    void allThatIsCounted_isProvedHereOrThere() {
        assertThat(PATTERNS.keySet())
                .isEqualTo(Set.of(
                        "RefusedSignIns",
                        "LockedAccounts",
                        "ReusedRefreshTokens",
                        "DependencyUnavailable",
                        "Crashes",
                        "FailedBreachChecks",
                        "ParkedMail",
                        "RejectedDirectoryEvents",
                        "TamperedAuditEvents",
                        "UnusableSigningKeys"));
    }

    private Map<String, Integer> counted(Supplier<Answer> call) {
        int logged = world.logs().length();
        assertThat(call.get().status()).isGreaterThanOrEqualTo(200);
        List<String> lines = world.logs().since(logged).lines().toList();
        assertThat(lines).isNotEmpty();
        Map<String, Integer> counted = new TreeMap<>();
        PATTERNS.forEach((name, pattern) -> {
            int found = (int) lines.stream().filter(pattern::matches).count();
            if (found > 0) {
                counted.put(name, found);
            }
        });
        return counted;
    }
}
