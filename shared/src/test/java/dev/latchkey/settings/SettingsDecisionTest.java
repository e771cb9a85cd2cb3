package dev.latchkey.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.FirmSettings;
import dev.latchkey.firm.Firms;
import dev.latchkey.firm.Plan;
import dev.latchkey.firm.PortalSettings;
import dev.latchkey.report.ClientCounts;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsDecisionTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final AccessMode LOGIN = AccessMode.MAGIC_LINK_AND_LOGIN;
    private static final AccessMode LINKS_ONLY = AccessMode.MAGIC_LINK_ONLY;
    private static final AccessMode SECOND_FACTOR = AccessMode.MAGIC_LINK_AND_LOGIN_2FA;

    @Test
    void aFirmThatIsNotThere_hasNothingToChange() {
        assertThat(on(order("8", LINKS_ONLY, null), null)).isEqualTo(refused(new SettingsOutcome.NoFirm()));
    }

    @Test
    void anotherVersion_isRefused_beforeThePlanIsLookedAt() {
        assertThat(on(order("7", SECOND_FACTOR, null), firm(LOGIN, Plan.TEAM)))
                .isEqualTo(refused(new SettingsOutcome.VersionMismatch()));
        assertThat(on(order(null, LINKS_ONLY, null), firm(LOGIN, Plan.TEAM)))
                .isInstanceOf(SettingsDecision.Change.class);
    }

    @ParameterizedTest
    @CsvSource({
        "MAGIC_LINK_AND_LOGIN, TEAM, false",
        "MAGIC_LINK_ONLY, TEAM, false",
        "MAGIC_LINK_AND_LOGIN_2FA, TEAM, true",
        "MAGIC_LINK_AND_LOGIN, BUSINESS, true",
        "MAGIC_LINK_AND_LOGIN, ENTERPRISE, true"
    })
    void aSecondFactor_isForThePlansAbove_andForWhoHasIt(AccessMode before, Plan plan, boolean allowed) {
        SettingsDecision now = on(order("8", SECOND_FACTOR, null), firm(before, plan));
        SettingsDecision later = on(order("8", SECOND_FACTOR, NOW.plusSeconds(1)), firm(before, plan));
        var gate = refused(new SettingsOutcome.PlanDoesNotAllow(plan, List.of(Plan.BUSINESS, Plan.ENTERPRISE)));
        if (allowed) {
            assertThat(now).isInstanceOf(SettingsDecision.Change.class);
            assertThat(later).isInstanceOf(SettingsDecision.Change.class);
        } else {
            assertThat(now).isEqualTo(gate);
            assertThat(later).isEqualTo(gate);
        }
    }

    @Test
    void whatComesLater_liesAhead_byNinetyDaysAtMost() {
        Firm firm = firm(LOGIN, Plan.TEAM);
        Duration most = FirmSettings.FARTHEST;
        assertThat(most).isEqualTo(Duration.ofDays(90));
        for (Instant wrong : List.of(NOW, NOW.minusMillis(1), NOW.plus(most).plusMillis(1))) {
            assertThat(on(order("8", LINKS_ONLY, wrong), firm))
                    .isEqualTo(refused(new SettingsOutcome.NotWithinReach()));
        }
        for (Instant right : List.of(NOW.plusMillis(1), NOW.plus(most))) {
            assertThat(on(order("8", LINKS_ONLY, right), firm)).isInstanceOf(SettingsDecision.Change.class);
        }
    }

    @Test
    void whatIsLeftOut_staysAsItIs() {
        PortalSettings now = new PortalSettings(LOGIN, true, 7);
        assertThat(order("8", LINKS_ONLY, null).from(now)).isEqualTo(new PortalSettings(LINKS_ONLY, true, 7));
        ChangeSettingsRequest all =
                new ChangeSettingsRequest(staff(), null, SECOND_FACTOR, false, 1, null, requestSource());
        assertThat(all.from(now)).isEqualTo(new PortalSettings(SECOND_FACTOR, false, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "0", " \"0\" "})
    void theVersionIsATag_orTheBareNumber(String header) {
        assertThat(EntityTag.parse(header)).contains(EntityTag.of(0));
    }

    @Test
    void otherTags_areOtherVersions_andWhatIsNoTagIsNothing() {
        assertThat(EntityTag.parse("W/\"0\"")).contains(new EntityTag("W/\"0\""));
        assertThat(EntityTag.parse("\"00\"")).contains(new EntityTag("00"));
        assertThat(EntityTag.of(3).quoted()).isEqualTo("\"3\"");
        for (String none : List.of("", "*", "\"0", "0\"", "\"0\", \"1\"", "\"0\"\"1\"", "-1", "\"0 1\"")) {
            assertThat(EntityTag.parse(none)).as(none).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAGIC_LINK_AND_LOGIN, MAGIC_LINK_ONLY, 0, 6",
        "MAGIC_LINK_ONLY, MAGIC_LINK_ONLY, 0, 0",
        "MAGIC_LINK_AND_LOGIN, MAGIC_LINK_AND_LOGIN_2FA, 4, 0",
        "MAGIC_LINK_AND_LOGIN_2FA, MAGIC_LINK_AND_LOGIN_2FA, 4, 0",
        "MAGIC_LINK_AND_LOGIN_2FA, MAGIC_LINK_AND_LOGIN, 0, 0"
    })
    void aPreview_tellsWhomTheChangeTouches(AccessMode now, AccessMode next, long enrol, long lose) {
        ClientCounts counts = new ClientCounts(9, 6, 2, 1);
        assertThat(SettingsPreview.of(counts, chosen(now), chosen(next)))
                .isEqualTo(new SettingsPreview(9, 6, 2, enrol, lose, 1));
    }

    @Test
    void theTrail_hasAllThatStoodBeforeAndAfter() {
        FirmSettings before = firm(LOGIN, Plan.TEAM).settings();
        SettingsDecision.Change change =
                (SettingsDecision.Change) on(order("8", LINKS_ONLY, NOW.plusSeconds(60)), firm(LOGIN, Plan.TEAM));
        assertThat(SettingsDetail.of(before, change.next()))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("before.version", "8"),
                        Map.entry("before.accessMode", "MAGIC_LINK_AND_LOGIN"),
                        Map.entry("before.linksNeedSecondFactor", "false"),
                        Map.entry("before.requestLinkDays", "30"),
                        Map.entry("after.version", "9"),
                        Map.entry("after.accessMode", "MAGIC_LINK_AND_LOGIN"),
                        Map.entry("after.linksNeedSecondFactor", "false"),
                        Map.entry("after.requestLinkDays", "30"),
                        Map.entry("after.scheduled.accessMode", "MAGIC_LINK_ONLY"),
                        Map.entry("after.scheduled.linksNeedSecondFactor", "false"),
                        Map.entry("after.scheduled.requestLinkDays", "30"),
                        Map.entry("after.scheduled.effectiveFrom", "2026-11-27T12:01:00Z")));
    }

    private static SettingsDecision on(ChangeSettingsRequest order, @Nullable Firm firm) {
        return SettingsDecision.on(order, firm, NOW);
    }

    private static SettingsDecision refused(SettingsOutcome outcome) {
        return new SettingsDecision.Refuse(outcome);
    }

    private static PortalSettings chosen(AccessMode mode) {
        return new PortalSettings(mode, false, 30);
    }

    private static Firm firm(AccessMode mode, Plan plan) {
        Firm firm = Firms.of("acme", "Acme", mode);
        return new Firm(firm.id(), firm.name(), plan, firm.settings());
    }

    private static ChangeSettingsRequest order(@Nullable String read, AccessMode mode, @Nullable Instant from) {
        return new ChangeSettingsRequest(
                staff(), read == null ? null : new EntityTag(read), mode, null, null, from, requestSource());
    }

    private static StaffMember staff() {
        return new StaffMember(new FirmId("acme"), "s1", Set.of(Role.ADMIN));
    }

    private static RequestSource requestSource() {
        return new RequestSource("r", "192.0.2.1", null);
    }
}
