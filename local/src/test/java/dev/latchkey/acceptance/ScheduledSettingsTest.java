package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScheduledSettingsTest {

    private final World world = World.get();
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, email);
    private final Administrator administrator = new Administrator(firm);
    private final Portal portal = new Portal(firm);

    @Test
    void aScheduledChange_isShown_andChangesNothingYet() {
        Instant from = in(Duration.ofDays(3));
        Answer scheduled = schedule("MAGIC_LINK_ONLY", from);
        assertThat(scheduled.text("/accessMode")).isEqualTo("MAGIC_LINK_AND_LOGIN");
        assertThat(scheduled.body().path("scheduled").toString())
                .isEqualTo("{\"accessMode\":\"MAGIC_LINK_ONLY\",\"effectiveFrom\":\"" + written(from) + "\"}");
        assertThat(scheduled.header("etag")).isEqualTo("\"1\"");
        assertThat(administrator.read().text()).isEqualTo(scheduled.text());
        assertThat(portal.signUp(email).status()).isEqualTo(202);
    }

    @Test
    void itCountsFromItsInstantOn_byTheClockAlone_andNotAMillisecondBefore() {
        Answer session = portal.account(email);
        Instant from = in(Duration.ofMinutes(5));
        schedule("MAGIC_LINK_ONLY", from);
        world.clockAt(from.minusSeconds(20));
        assertThat(firm.me(session).text("/accessMode")).isEqualTo("MAGIC_LINK_AND_LOGIN");
        assertThat(portal.logIn(email, Portal.PASSWORD).status()).isEqualTo(200);
        world.clockAt(from);
        assertThat(firm.me(session).status()).isEqualTo(401);
        assertThat(portal.logIn(email, Portal.PASSWORD).code()).isEqualTo("login-off");
        Answer settings = administrator.read();
        assertThat(settings.text("/accessMode")).isEqualTo("MAGIC_LINK_ONLY");
        assertThat(settings.body().path("scheduled").isNull()).isTrue();
        assertThat(settings.text("/version")).isEqualTo("2");
        assertThat(settings.text("/updatedAt")).isEqualTo(written(from));
        assertThat(settings.text("/updatedBy")).isEqualTo("s1");
    }

    @Test
    void whatItEnded_staysEnded_whenTheFirmGoesBack() {
        Answer session = portal.account(email);
        Instant from = in(Duration.ofMinutes(5));
        schedule("MAGIC_LINK_ONLY", from);
        world.clockAt(from);
        firm.accessMode("MAGIC_LINK_AND_LOGIN");
        assertThat(firm.me(session).status()).isEqualTo(401);
        assertThat(firm.refresh(session.text("/refreshToken")).status()).isEqualTo(401);
        assertThat(portal.logIn(email, Portal.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void whoReadBeforeItTookEffect_hasReadSomethingElse() {
        Instant from = in(Duration.ofMinutes(5));
        String read = schedule("MAGIC_LINK_ONLY", from).header("etag");
        world.clockAt(from);
        Answer stale = administrator.change(read, Map.of("accessMode", "MAGIC_LINK_AND_LOGIN"));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(administrator.read().text("/accessMode")).isEqualTo("MAGIC_LINK_ONLY");
        assertThat(administrator
                        .choose(Map.of("accessMode", "MAGIC_LINK_AND_LOGIN"))
                        .text("/version"))
                .isEqualTo("3");
    }

    @Test
    void aLaterSchedule_takesThePlaceOfAnEarlier() {
        Instant first = in(Duration.ofMinutes(5));
        schedule("MAGIC_LINK_ONLY", first);
        Instant second = in(Duration.ofMinutes(10));
        Answer replaced = schedule("MAGIC_LINK_AND_LOGIN_2FA", second);
        assertThat(replaced.text("/scheduled/accessMode")).isEqualTo("MAGIC_LINK_AND_LOGIN_2FA");
        world.clockAt(first);
        assertThat(administrator.read().text("/accessMode")).isEqualTo("MAGIC_LINK_AND_LOGIN");
        world.clockAt(second);
        assertThat(administrator.read().text("/accessMode")).isEqualTo("MAGIC_LINK_AND_LOGIN_2FA");
    }

    @Test
    void aChangeThatCountsNow_cancelsTheScheduledOne() {
        Answer session = portal.account(email);
        Instant from = in(Duration.ofMinutes(5));
        schedule("MAGIC_LINK_ONLY", from);
        Answer cancelled = administrator.choose(Map.of("accessMode", "MAGIC_LINK_AND_LOGIN"));
        assertThat(cancelled.body().path("scheduled").isNull()).isTrue();
        world.clockAt(from);
        assertThat(administrator.read().text("/accessMode")).isEqualTo("MAGIC_LINK_AND_LOGIN");
        assertThat(firm.me(session).status()).isEqualTo(200);
    }

    @Test
    void allOfItWaits_andWhatIsLeftOutStaysAsItIs() {
        administrator.choose(Map.of("accessMode", "MAGIC_LINK_AND_LOGIN", "requestLinkDays", 7));
        Instant from = in(Duration.ofMinutes(5));
        Answer scheduled = administrator.choose(Map.of(
                "accessMode",
                "MAGIC_LINK_AND_LOGIN_2FA",
                "linksNeedSecondFactor",
                true,
                "effectiveFrom",
                written(from)));
        assertThat(scheduled.body().path("linksNeedSecondFactor").booleanValue())
                .isFalse();
        assertThat(scheduled.body().at("/scheduled/linksNeedSecondFactor").booleanValue())
                .isTrue();
        assertThat(scheduled.body().at("/scheduled").has("requestLinkDays")).isFalse();
        world.clockAt(from);
        Answer settings = administrator.read();
        assertThat(settings.body().path("linksNeedSecondFactor").booleanValue()).isTrue();
        assertThat(settings.body().path("requestLinkDays").intValue()).isEqualTo(7);
    }

    @Test
    void itMayLieNinetyDaysAhead_andNotAMomentMore_norInThePast() {
        assertThat(answered(in(Duration.ofDays(90))).status()).isEqualTo(200);
        for (Instant wrong : new Instant[] {
            in(Duration.ofDays(90)).plusSeconds(30), in(Duration.ZERO).minusSeconds(1), in(Duration.ofDays(4000))
        }) {
            Answer refused = answered(wrong);
            assertThat(refused.status()).as(written(wrong)).isEqualTo(400);
            assertThat(refused.text("/errors/0/field")).isEqualTo("effectiveFrom");
        }
        assertThat(administrator.read().text("/version")).isEqualTo("1");
    }

    @Test
    void anOffsetIsTakenAsItIsWritten_andWhatIsFinerThanAMillisecondIsCutOff() {
        Instant from = in(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        String berlin = from.plus(Duration.ofHours(1)).toString().replace("Z", ".123456789+01:00");
        Answer scheduled = administrator.choose(Map.of("accessMode", "MAGIC_LINK_ONLY", "effectiveFrom", berlin));
        assertThat(scheduled.text("/scheduled/effectiveFrom")).isEqualTo(written(from.plusMillis(123)));
        Answer small = administrator.choose(Map.of(
                "accessMode",
                "MAGIC_LINK_ONLY",
                "effectiveFrom",
                from.toString().toLowerCase(Locale.ROOT)));
        assertThat(small.text("/scheduled/effectiveFrom")).isEqualTo(written(from));
    }

    @Test
    void theTrailTellsWhatStoodBefore_andWhatIsToCome() {
        Instant from = in(Duration.ofDays(1));
        administrator.choose(Map.of("accessMode", "MAGIC_LINK_ONLY", "requestLinkDays", 7));
        schedule("MAGIC_LINK_AND_LOGIN", from);
        administrator.choose(Map.of("accessMode", "MAGIC_LINK_ONLY"));
        Map<String, String> changed = AuditRows.of(firm, "settings.changed").getFirst();
        assertThat(changed)
                .containsEntry("before.accessMode", "MAGIC_LINK_AND_LOGIN")
                .containsEntry("after.accessMode", "MAGIC_LINK_ONLY")
                .containsEntry("before.requestLinkDays", "30")
                .containsEntry("after.requestLinkDays", "7")
                .containsEntry("before.linksNeedSecondFactor", "false")
                .containsEntry("after.linksNeedSecondFactor", "false")
                .containsEntry("before.version", "0")
                .containsEntry("after.version", "1");
        assertThat(AuditRows.of(firm, "settings.scheduled"))
                .singleElement()
                .satisfies(scheduled -> assertThat(scheduled)
                        .containsEntry("before.accessMode", "MAGIC_LINK_ONLY")
                        .containsEntry("after.accessMode", "MAGIC_LINK_ONLY")
                        .containsEntry("after.scheduled.accessMode", "MAGIC_LINK_AND_LOGIN")
                        .containsEntry("after.scheduled.effectiveFrom", from.toString())
                        .doesNotContainKey("before.scheduled.accessMode"));
        assertThat(AuditRows.of(firm, "settings.changed").getLast())
                .containsEntry("before.scheduled.accessMode", "MAGIC_LINK_AND_LOGIN")
                .doesNotContainKey("after.scheduled.accessMode");
    }

    private Answer schedule(String mode, Instant from) {
        return administrator.choose(Map.of("accessMode", mode, "effectiveFrom", written(from)));
    }

    private Answer answered(Instant from) {
        return administrator.change(
                administrator.etag(), Map.of("accessMode", "MAGIC_LINK_ONLY", "effectiveFrom", written(from)));
    }

    private static Instant in(Duration ahead) {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    private static String written(Instant instant) {
        String text = instant.toString();
        return instant.equals(instant.truncatedTo(ChronoUnit.SECONDS)) ? text.replace("Z", ".000Z") : text;
    }
}
