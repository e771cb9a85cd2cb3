package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.acceptance.SecondFactor.Owner;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Something else comes between what a change reads and what it writes. */
class OvertakenChangeTest {

    private static final String LOGIN = "MAGIC_LINK_AND_LOGIN";
    private static final String SECOND_FACTOR = "MAGIC_LINK_AND_LOGIN_2FA";

    private final World world = World.get();
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm("Overtaken & Co", "BUSINESS").contact("c1", 1, email);
    private final Administrator administrator = new Administrator(firm);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Tap tap = new Tap(world.aws());
    private final Instance instance = new Instance(world, tap.uri());

    @AfterEach
    void now() {
        tap.close();
    }

    @Test
    void aChoiceOvertakenByADowngrade_isJudgedByThePlanThatIsThereThen() {
        tap.before(
                1,
                () -> world.event(
                        "firm.upserted",
                        Map.of("firmId", firm.id(), "version", 2, "name", "Overtaken & Co", "plan", "TEAM")));
        Answer refused = instance.accessMode(firm, 0, SECOND_FACTOR);
        assertThat(refused.code()).isEqualTo("plan-does-not-allow");
        assertThat(administrator.read().text("/version")).isEqualTo("0");
        assertThat(tap.passed()).containsExactly("GetItem", "TransactWriteItems", "GetItem");
    }

    @Test
    void aChoiceOvertakenByAnother_isStale() {
        tap.before(1, () -> firm.accessMode("MAGIC_LINK_ONLY"));
        assertThat(instance.accessMode(firm, 0, SECOND_FACTOR).code()).isEqualTo("version-mismatch");
        assertThat(administrator.read().text("/accessMode")).isEqualTo("MAGIC_LINK_ONLY");
        assertThat(AuditRows.of(firm, "settings.changed")).hasSize(1);
    }

    @Test
    void aChoiceOvertakenByASchedule_isStale() {
        String tomorrow = Instant.now().plusSeconds(86_400).toString();
        tap.before(1, () -> administrator.choose(Map.of("accessMode", "MAGIC_LINK_ONLY", "effectiveFrom", tomorrow)));
        assertThat(instance.accessMode(firm, 0, SECOND_FACTOR).code()).isEqualTo("version-mismatch");
        assertThat(administrator.read().text("/scheduled/accessMode")).isEqualTo("MAGIC_LINK_ONLY");
    }

    @Test
    void aCancellationThatComesAMomentTooLate_bringsNothingBack() {
        Answer session = new Portal(firm).account(email);
        Instant from = Instant.now().plusSeconds(20).truncatedTo(ChronoUnit.MILLIS);
        administrator.choose(Map.of("accessMode", "MAGIC_LINK_ONLY", "effectiveFrom", from.toString()));
        tap.before(1, () -> {
            world.clockAt(from);
            assertThat(firm.me(session).status()).isEqualTo(401);
        });
        Answer cancelled = instance.accessMode(firm, 1, LOGIN);
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(tap.passed()).containsExactly("GetItem", "TransactWriteItems");
        assertThat(firm.me(session).status()).isEqualTo(401);
        assertThat(firm.refresh(session.text("/refreshToken")).status()).isEqualTo(401);
    }

    @Test
    void aRemovalOvertakenByTheDemandForASecondFactor_isRefused_whereverThatComes() {
        Owner owner = codes.enrolled(email);
        String bearer = SecondFactor.access(owner.session());
        assertThat(instance.removeTotp(KnownKeys.endedToken(world), "", "").status())
                .isEqualTo(401);
        int calls = 6;
        for (int call = 0; call < calls; call++) {
            firm.accessMode(LOGIN);
            tap.before(call, () -> firm.accessMode(SECOND_FACTOR));
            world.clock(61L * (call + 1));
            Answer refused = instance.removeTotp(
                    bearer, Portal.PASSWORD, owner.app().settled().code());
            assertThat(refused.code()).as(tap.passed().toString()).isEqualTo("totp-required-by-firm");
            assertThat(firm.me(owner.session()).body().path("totpEnrolled").booleanValue())
                    .isTrue();
        }
        firm.accessMode(LOGIN);
        world.clock(61L * (calls + 1));
        tap.before(-1, () -> {});
        assertThat(instance.removeTotp(
                                bearer, Portal.PASSWORD, owner.app().settled().code())
                        .status())
                .isEqualTo(204);
        assertThat(tap.passed())
                .isEqualTo(List.of(
                        "BatchGetItem",
                        "BatchGetItem",
                        "TransactWriteItems",
                        "UpdateItem",
                        "Decrypt",
                        "TransactWriteItems"));
        assertThat(tap.passed()).hasSize(calls);
    }

    @Test
    void aChangeOfThePassword_isJudgedByTheModeOnceMore_beforeThePasswordIs() {
        new Portal(firm).account(email);
        assertThat(instance.changePassword(KnownKeys.endedToken(world), "", "").status())
                .isEqualTo(401);
        for (int call = 0; call < 2; call++) {
            firm.accessMode(LOGIN);
            String access = SecondFactor.access(new Portal(firm).logIn(email, Portal.PASSWORD));
            tap.before(call, () -> firm.accessMode("MAGIC_LINK_ONLY"));
            Answer refused = instance.changePassword(access, Portal.PASSWORD, Portal.OTHER);
            assertThat(refused.code()).isEqualTo("invalid-token");
            assertThat(tap.passed()).containsOnly("BatchGetItem").hasSize(call + 1);
        }
        firm.accessMode(LOGIN);
        String access = SecondFactor.access(new Portal(firm).logIn(email, Portal.PASSWORD));
        tap.before(1, () -> firm.accessMode(SECOND_FACTOR));
        Answer refused = instance.changePassword(access, Portal.PASSWORD, Portal.OTHER);
        assertThat(refused.code()).isEqualTo("enrolment-required");
    }
}
