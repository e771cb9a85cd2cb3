package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanGateTest {

    private static final String SECOND_FACTOR = "MAGIC_LINK_AND_LOGIN_2FA";

    private final World world = World.get();
    private final TestFirm firm = world.firm("Gated & Co", "TEAM");
    private final Administrator administrator = new Administrator(firm);

    @Test
    void aTeam_mayNotChooseASecondFactor_andIsToldWhichPlansMay() {
        assertRefused(administrator.change("\"0\"", Map.of("accessMode", SECOND_FACTOR)));
        for (String mode : new String[] {"MAGIC_LINK_ONLY", "MAGIC_LINK_AND_LOGIN"}) {
            Answer chosen = administrator.choose(Map.of("accessMode", mode));
            assertThat(chosen.body().path("planAllowsMode").booleanValue()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BUSINESS", "ENTERPRISE"})
    void thePlansAboveMay(String plan) {
        TestFirm above = world.firm("Above & Co", plan);
        Answer chosen = new Administrator(above).choose(Map.of("accessMode", SECOND_FACTOR));
        assertThat(chosen.text("/plan")).isEqualTo(plan);
        assertThat(chosen.body().path("planAllowsMode").booleanValue()).isTrue();
    }

    @Test
    void aScheduledChange_isHeldToThePlanWhenItIsMade() {
        String from = Instant.now().plus(Duration.ofDays(1)).toString();
        assertRefused(administrator.change("\"0\"", Map.of("accessMode", SECOND_FACTOR, "effectiveFrom", from)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"accessMode\":2}",
                "{\"accessMode\":\"2\"}",
                "{\"accessMode\":\"magic_link_and_login_2fa\"}",
                "{\"accessMode\":\"Magic_Link_And_Login_2FA\"}",
                "{\"accessMode\":\"MAGIC_LINK_AND_LOGIN_2FA\",\"plan\":\"ENTERPRISE\"}",
                "{\"accessMode\":\"MAGIC_LINK_AND_LOGIN_2FA\",\"planAllowsMode\":true}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"accessMode\":\"MAGIC_LINK_AND_LOGIN_2FA\"}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"scheduled\":{\"accessMode\":\"MAGIC_LINK_AND_LOGIN_2FA\"}}",
                "{\"accessMode\":{\"mode\":\"MAGIC_LINK_AND_LOGIN_2FA\"}}"
            })
    void noOtherWayOfSayingItGetsPast(String body) {
        Answer refused = administrator.changeAs(firm.staff("portal:admin"), "\"0\"", body);
        assertThat(refused.status()).as(body).isEqualTo(400);
        assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "POST"})
    void noOtherMethodGetsPast(String method) {
        String body = "{\"accessMode\":\"MAGIC_LINK_AND_LOGIN_2FA\"}";
        Answer refused = world.api()
                .send(method, administrator.path(), body, "Authorization", firm.staff("portal:admin"), "If-Match", "*");
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("allow")).isEqualTo("GET, PUT");
        assertUntouched();
    }

    @Test
    void aDowngrade_weakensNothing_andIsShown() {
        String email = TestFirm.address();
        firm.contact("c1", 1, email);
        plan(2, "ENTERPRISE");
        firm.accessMode(SECOND_FACTOR);
        plan(3, "TEAM");
        Answer settings = administrator.read();
        assertThat(settings.text("/accessMode")).isEqualTo(SECOND_FACTOR);
        assertThat(settings.text("/plan")).isEqualTo("TEAM");
        assertThat(settings.body().path("planAllowsMode").booleanValue()).isFalse();
        Portal portal = new Portal(firm);
        assertThat(portal.setUp(portal.readySetUpToken(email), Portal.PASSWORD).text("/status"))
                .isEqualTo("ENROLMENT_REQUIRED");
    }

    @Test
    void aFirmThatWasDowngraded_keepsItsModeWhileItChangesTheRest_andCannotComeBackToItOnceItLeft() {
        plan(2, "BUSINESS");
        firm.accessMode(SECOND_FACTOR);
        plan(3, "TEAM");
        Answer kept = administrator.choose(
                Map.of("accessMode", SECOND_FACTOR, "linksNeedSecondFactor", true, "requestLinkDays", 3));
        assertThat(kept.body().path("planAllowsMode").booleanValue()).isFalse();
        firm.accessMode("MAGIC_LINK_AND_LOGIN");
        Answer refused = administrator.change(administrator.etag(), Map.of("accessMode", SECOND_FACTOR));
        assertThat(refused.code()).isEqualTo("plan-does-not-allow");
        plan(4, "BUSINESS");
        firm.accessMode(SECOND_FACTOR);
    }

    @Test
    void aScheduledSecondFactor_comesAllTheSame_whenThePlanGoesDownBefore() {
        plan(2, "BUSINESS");
        Instant from = Instant.now().plus(Duration.ofMinutes(5));
        administrator.choose(Map.of("accessMode", SECOND_FACTOR, "effectiveFrom", from.toString()));
        plan(3, "TEAM");
        world.clockAt(from);
        Answer settings = administrator.read();
        assertThat(settings.text("/accessMode")).isEqualTo(SECOND_FACTOR);
        assertThat(settings.body().path("planAllowsMode").booleanValue()).isFalse();
    }

    @Test
    void anEventChangesNoSettings_whateverItsVersion() {
        plan(2, "ENTERPRISE");
        administrator.choose(Map.of("accessMode", SECOND_FACTOR, "linksNeedSecondFactor", true, "requestLinkDays", 3));
        String before = administrator.read().text();
        plan(1, "TEAM");
        plan(2, "TEAM");
        assertThat(administrator.read().text()).isEqualTo(before);
        plan(9, "ENTERPRISE");
        assertThat(administrator.read().text()).isEqualTo(before);
    }

    private void plan(int version, String plan) {
        world.event(
                "firm.upserted", Map.of("firmId", firm.id(), "version", version, "name", "Gated & Co", "plan", plan));
    }

    private void assertRefused(Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("plan-does-not-allow");
        assertThat(refused.text("/plan")).isEqualTo("TEAM");
        assertThat(refused.body().path("requiredPlans").toString()).isEqualTo("[\"BUSINESS\",\"ENTERPRISE\"]");
        assertUntouched();
    }

    private void assertUntouched() {
        assertThat(administrator.read().text("/version")).isEqualTo("0");
    }
}
