package dev.latchkey.firm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FirmSettingsTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final PortalSettings LOGIN = PortalSettings.DEFAULT;
    private static final PortalSettings LINKS_ONLY = new PortalSettings(AccessMode.MAGIC_LINK_ONLY, false, 7);
    private static final PortalSettings SECOND_FACTOR =
            new PortalSettings(AccessMode.MAGIC_LINK_AND_LOGIN_2FA, false, 30);
    private static final PortalSettings FOR_LINKS_TOO =
            new PortalSettings(AccessMode.MAGIC_LINK_AND_LOGIN_2FA, true, 30);

    @Test
    void aChangeCountsOn_andIsSigned() {
        FirmSettings changed = FirmSettings.UNTOUCHED.changed(LINKS_ONLY, "s1", NOW);
        assertThat(changed.chosen()).isEqualTo(LINKS_ONLY);
        assertThat(changed.version()).isEqualTo(1);
        assertThat(changed.storedVersion()).isEqualTo(1);
        assertThat(changed.updatedAt()).isEqualTo(NOW);
        assertThat(changed.updatedBy()).isEqualTo("s1");
        assertThat(changed.scheduled()).isNull();
        assertThat(changed.changed(LOGIN, "s2", LATER).version()).isEqualTo(2);
    }

    @Test
    void aScheduledChange_countsFromItsInstantOn_asTheVersionAfter() {
        FirmSettings scheduled = scheduled(LINKS_ONLY);
        assertThat(scheduled.version()).isEqualTo(1);
        assertThat(scheduled.at(LATER.minusMillis(1))).isEqualTo(scheduled);
        FirmSettings then = scheduled.at(LATER);
        assertThat(then.chosen()).isEqualTo(LINKS_ONLY);
        assertThat(then.version()).isEqualTo(2);
        assertThat(then.storedVersion()).isEqualTo(1);
        assertThat(then.scheduled()).isNull();
        assertThat(then.updatedAt()).isEqualTo(LATER);
        assertThat(then.updatedBy()).isEqualTo("s1");
        assertThat(then.revocationVersions()).isEqualTo(new RevocationVersions(2, 0, 0));
    }

    @Test
    void whatIsWrittenOverASchedule_neverHasTheVersionThatIsReservedForIt() {
        assertThat(scheduled(LINKS_ONLY).changed(LOGIN, "s1", NOW).version()).isEqualTo(3);
        assertThat(scheduled(LINKS_ONLY)
                        .scheduling(new ScheduledSettings(SECOND_FACTOR, LATER), "s1", NOW)
                        .version())
                .isEqualTo(3);
        assertThat(scheduled(LINKS_ONLY).at(LATER).changed(LOGIN, "s1", LATER).version())
                .isEqualTo(3);
    }

    @Test
    void whatTakesThePlaceOfAScheduleThatIsAboutToCount_endsWhatThatWouldHave() {
        FirmSettings scheduled = scheduled(LINKS_ONLY);
        Instant thirtySecondsBefore = LATER.minusSeconds(30);
        ScheduledSettings other = new ScheduledSettings(SECOND_FACTOR, LATER.plusSeconds(9));
        for (Instant late : List.of(thirtySecondsBefore, LATER.minusMillis(1))) {
            assertThat(scheduled.changed(LOGIN, "s1", late).revocationVersions())
                    .isEqualTo(new RevocationVersions(2, 0, 0));
            assertThat(scheduled.scheduling(other, "s1", late).revocationVersions())
                    .isEqualTo(new RevocationVersions(2, 0, 0));
        }
        Instant inTime = thirtySecondsBefore.minusMillis(1);
        assertThat(scheduled.changed(LOGIN, "s1", inTime).revocationVersions()).isEqualTo(RevocationVersions.NEVER);
        assertThat(scheduled.scheduling(other, "s1", inTime).revocationVersions())
                .isEqualTo(RevocationVersions.NEVER);
    }

    @ParameterizedTest
    @CsvSource({
        "LOGIN_SESSION, 3, 2, true",
        "LOGIN_SESSION, 3, 3, false",
        "LOGIN_SESSION_WITH_CODE, 3, 2, true",
        "LOGIN_BEFORE_CODE, 3, 2, true",
        "LOGIN_BEFORE_ENROLMENT, 3, 2, true",
        "SIGN_IN_SESSION, 4, 3, true",
        "SIGN_IN_SESSION, 4, 4, false",
        "SIGN_IN_SESSION_WITH_CODE, 9, 0, false",
        "REQUEST_SESSION, 5, 4, true",
        "REQUEST_SESSION, 5, 5, false",
        "REQUEST_SESSION_WITH_CODE, 9, 0, false",
        "LINK_BEFORE_CODE, 9, 0, false"
    })
    void eachSortOfSession_hasTheVersionThatItCountsSince(
            AccessRequest accessRequest, long since, long opened, boolean ended) {
        RevocationVersions before = new RevocationVersions(
                accessRequest.value().contains("login") ? since : 99,
                accessRequest == AccessRequest.SIGN_IN_SESSION ? since : 99,
                accessRequest == AccessRequest.REQUEST_SESSION ? since : 99);
        assertThat(before.includes(accessRequest, opened)).isEqualTo(ended);
    }

    @Test
    void aChangeEndsWhatItsModeLetsNobodyHave_andNothingElse() {
        RevocationVersions none = RevocationVersions.NEVER;
        assertThat(none.after(LOGIN, 5)).isEqualTo(none);
        assertThat(none.after(LINKS_ONLY, 5)).isEqualTo(new RevocationVersions(5, 0, 0));
        assertThat(none.after(SECOND_FACTOR, 5)).isEqualTo(new RevocationVersions(0, 5, 0));
        assertThat(none.after(FOR_LINKS_TOO, 5)).isEqualTo(new RevocationVersions(0, 5, 5));
        assertThat(new RevocationVersions(2, 3, 4).after(LOGIN, 5)).isEqualTo(new RevocationVersions(2, 3, 4));
    }

    @Test
    void settingsAreReadAsTheyWereWritten_withTheScheduleOnce() {
        Firm firm = Firms.of("acme", "Acme", LOGIN);
        FirmSettings next = firm.settings()
                .changed(FOR_LINKS_TOO, "s1", NOW)
                .scheduling(new ScheduledSettings(LINKS_ONLY, LATER), "s2", NOW);
        assertThat(read(next, NOW)).isEqualTo(next);
        assertThat(read(next, LATER).chosen()).isEqualTo(LINKS_ONLY);
        FirmSettings cancelled = next.changed(LOGIN, "s3", NOW);
        assertThat(read(cancelled, LATER)).isEqualTo(cancelled);
        Write.Update write = (Write.Update) SettingsItem.change(firm, cancelled);
        assertThat(write.changes().remove()).containsExactlyInAnyOrder("scheduled", "scheduledFrom");
    }

    @Test
    void aChange_isWrittenInThePlaceOfWhatWasRead_underThePlanThatWasRead() {
        Firm firm = Firms.of("acme", "Acme", LOGIN);
        Condition plan = Condition.equal("plan", "BUSINESS");
        FirmSettings next = firm.settings().changed(LINKS_ONLY, "s1", NOW);
        assertThat(((Write.Update) SettingsItem.change(firm, next)).condition())
                .isEqualTo(Condition.equal("settingsVersion", 8).and(plan));
        assertThat(SettingsItem.check(firm))
                .isEqualTo(Write.check(Firm.key(firm.id()), Condition.equal("settingsVersion", 8)));
        Firm untouched = new Firm(firm.id(), "Acme", Plan.BUSINESS, FirmSettings.UNTOUCHED);
        Condition never = Condition.present().and(Condition.missing("settingsVersion"));
        assertThat(SettingsItem.check(untouched)).isEqualTo(Write.check(Firm.key(firm.id()), never));
    }

    @Test
    void aFirmWithoutSettings_hasTheDefaults() {
        Item item = Item.at(new Key("acme#firm", "firm"))
                .text("name", "Acme")
                .text("plan", "TEAM")
                .build();
        Firm firm = Firm.of(new FirmId("acme"), item, NOW);
        assertThat(firm).isEqualTo(new Firm(new FirmId("acme"), "Acme", Plan.TEAM, FirmSettings.UNTOUCHED));
        assertThat(Firm.of(new FirmId("acme"), null, NOW)).isNull();
        assertThat(LOGIN).isEqualTo(new PortalSettings(AccessMode.MAGIC_LINK_AND_LOGIN, false, 30));
    }

    @Test
    void aFirmAnswersForItsSettings() {
        Firm firm = Firms.of("acme", "Acme", LINKS_ONLY);
        assertThat(firm.requestLinkLife()).isEqualTo(Duration.ofDays(7));
        assertThat(firm.settingsVersion()).isEqualTo(8);
        assertThat(firm.refusesAll(AccessRequest.PASSWORD)).isTrue();
        assertThat(firm.refusesAll(AccessRequest.SIGN_IN_LINK)).isFalse();
        assertThat(firm.decision(AccessRequest.PASSWORD, AccountState.ACCOUNT)).isEqualTo(AccessDecision.LOGIN_OFF);
        assertThat(firm.demandsSecondFactor()).isFalse();
        assertThat(Firms.of("acme", "Acme", SECOND_FACTOR).demandsSecondFactor())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"TEAM, false", "BUSINESS, true", "ENTERPRISE, true"})
    void aSecondFactorIsForThePlansAbove(Plan plan, boolean allowed) {
        assertThat(plan.allows(AccessMode.MAGIC_LINK_AND_LOGIN_2FA)).isEqualTo(allowed);
        assertThat(plan.allows(AccessMode.MAGIC_LINK_ONLY)).isTrue();
        assertThat(plan.allows(AccessMode.MAGIC_LINK_AND_LOGIN)).isTrue();
        assertThat(Plan.allowing(AccessMode.MAGIC_LINK_AND_LOGIN_2FA)).containsExactly(Plan.BUSINESS, Plan.ENTERPRISE);
    }

    @ParameterizedTest
    @EnumSource(AccessMode.class)
    void aMode_isReadByItsExactName(AccessMode mode) {
        assertThat(AccessMode.parse(mode.name())).contains(mode);
        assertThat(AccessMode.parse(mode.name().toLowerCase(Locale.ROOT))).isEmpty();
        assertThat(AccessMode.parse("1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "false, true, true, SHUT_OUT",
        "true, false, false, NO_ACCOUNT",
        "true, true, false, ACCOUNT",
        "true, true, true, ENROLLED"
    })
    void aClientIsWhatIsKnownOfTheirAddress(boolean stands, boolean account, boolean app, AccountState state) {
        assertThat(AccountState.of(stands, account, app)).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(AccessDecision.class)
    void whatIsNotRefusedLeadsOn(AccessDecision decision) {
        assertThat(decision.leadsOn())
                .isEqualTo(decision == AccessDecision.GRANTED
                        || decision == AccessDecision.CODE
                        || decision == AccessDecision.ENROLMENT);
    }

    private static FirmSettings scheduled(PortalSettings later) {
        return FirmSettings.UNTOUCHED.scheduling(new ScheduledSettings(later, LATER), "s1", NOW);
    }

    private static FirmSettings read(FirmSettings written, Instant now) {
        Write.Update write = (Write.Update) SettingsItem.change(Firms.of("acme", "Acme", LOGIN), written);
        return SettingsItem.read(StoredChanges.item(write), now);
    }
}
