package dev.latchkey.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactType;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Holder;
import dev.latchkey.contact.Listed;
import dev.latchkey.contact.Standing;
import dev.latchkey.contact.Standings;
import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.Credential;
import dev.latchkey.firm.EndedBefore;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.Firms;
import dev.latchkey.firm.PortalSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ends a session, and what one that stands may reach. */
class SessionRuleTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final FirmId FIRM = new FirmId("acme");
    private static final Email EMAIL = Email.parse("c1@example.com").orElseThrow();
    private static final Holder HOLDER = Holder.of(FIRM, EMAIL);
    private static final Standing STANDING = new Standing(new ContactId("c1"), "g1", "s1");
    private static final Authenticator APP = new Authenticator("id", "sealed", NOW, 1, Map.of(), null);

    @Test
    void aSession_standsUntilTheInstantOfItsEnd() {
        assertThat(stands(NOW.plus(Session.IDLE).minusMillis(1), "g1", 3)).isTrue();
        assertThat(stands(NOW.plus(Session.IDLE), "g1", 3)).isFalse();
    }

    @Test
    void aSession_endsWithItsHoldersEpoch() {
        assertThat(stands(NOW, "g1", 4)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"portal, pwd, true", "requests, email, false", "requests, email otp, false", "request:r1, email, false"
    })
    void whatALinkOpened_endsWithTheStandingThatItWasOpenedUnder_andALoginWithTheLastOfItsAddress(
            String scope, String amr, boolean stands) {
        Firm firm = firm(AccessMode.MAGIC_LINK_AND_LOGIN);
        Address nobodys = new Address(FIRM, EMAIL, List.of(), null, null);
        assertThat(SessionRule.stands(session(scope, amr), firm, address("g1"), 3, NOW))
                .isTrue();
        assertThat(SessionRule.stands(session(scope, amr), firm, address("g2"), 3, NOW))
                .isEqualTo(stands);
        assertThat(SessionRule.stands(session(scope, amr), firm, nobodys, 3, NOW))
                .isFalse();
        assertThat(SessionRule.isKept(session(scope, amr), firm, nobodys, 3, NOW))
                .as("stopped, and not ended")
                .isEqualTo(stands);
    }

    @ParameterizedTest
    @CsvSource({
        "MAGIC_LINK_AND_LOGIN, portal, pwd, true",
        "MAGIC_LINK_AND_LOGIN, requests, email, true",
        "MAGIC_LINK_AND_LOGIN, request:r1, email, true",
        "MAGIC_LINK_ONLY, portal, pwd, false",
        "MAGIC_LINK_ONLY, portal, pwd otp, false",
        "MAGIC_LINK_ONLY, requests, email, true",
        "MAGIC_LINK_ONLY, request:r1, email, true",
        "MAGIC_LINK_AND_LOGIN_2FA, portal, pwd, true",
        "MAGIC_LINK_AND_LOGIN_2FA, requests, email, false",
        "MAGIC_LINK_AND_LOGIN_2FA, requests, email otp, true",
        "MAGIC_LINK_AND_LOGIN_2FA, request:r1, email, true"
    })
    void whetherItStands_isForTheFirmsAccessModeToSay(AccessMode mode, String scope, String amr, boolean stands) {
        assertThat(SessionRule.stands(session(scope, amr), firm(mode), address("g1"), 3, NOW))
                .isEqualTo(stands);
    }

    @ParameterizedTest
    @CsvSource({
        "MAGIC_LINK_AND_LOGIN_2FA, portal, pwd, true, true",
        "MAGIC_LINK_AND_LOGIN_2FA, portal, pwd otp, false, true",
        "MAGIC_LINK_AND_LOGIN_2FA, portal, pwd otp, true, false",
        "MAGIC_LINK_AND_LOGIN_2FA, request:r1, email, false, false",
        "MAGIC_LINK_AND_LOGIN, portal, pwd, false, false"
    })
    void aLoginThatLacksADemandedSecondFactor_mayOnlyEnrol(
            AccessMode mode, String scope, String amr, boolean hasApp, boolean onlyEnrol) {
        LiveSession live = live(session(scope, amr), mode, hasApp ? APP : null);
        assertThat(live.mayOnlyEnrol()).isEqualTo(onlyEnrol);
    }

    @Test
    void aLiveSessionThatMovedOn_isJudgedByTheSame() {
        Session next = session("portal", "pwd").rotated(NOW.plusSeconds(1));
        assertThat(live(session("portal", "pwd"), AccessMode.MAGIC_LINK_AND_LOGIN, APP)
                        .with(next))
                .isEqualTo(live(next, AccessMode.MAGIC_LINK_AND_LOGIN, APP));
        assertThat(next.refreshGeneration()).isEqualTo(6);
        assertThat(next.rotatedAt()).isEqualTo(next.lastUsedAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({
        "portal, pwd, LOGIN_SESSION",
        "portal, pwd otp, LOGIN_SESSION_WITH_CODE",
        "requests, email, SIGN_IN_SESSION",
        "requests, email otp, SIGN_IN_SESSION_WITH_CODE",
        "request:r1, email, REQUEST_SESSION",
        "request:r1, email recovery, REQUEST_SESSION_WITH_CODE"
    })
    void aSessionIsJudgedAsWhatItWasOpenedWith_alsoByWhatTheFirmEndedSince(
            String scope, String amr, Credential credential) {
        assertThat(session(scope, amr).credential()).isEqualTo(credential);
        boolean everEnded = credential != Credential.SIGN_IN_SESSION_WITH_CODE
                && credential != Credential.REQUEST_SESSION_WITH_CODE;
        assertThat(standsSince(8, session(scope, amr))).isTrue();
        assertThat(standsSince(9, session(scope, amr))).isEqualTo(!everEnded);
    }

    @Test
    void whatADeviceMayHaveAgain_isNothingThatACodeOpened_orThatHasEnded() {
        Firm firm = firm(AccessMode.MAGIC_LINK_ONLY);
        assertThat(session("request:r1", "email").mayBeHandedOutAgain(firm, 3)).isTrue();
        assertThat(session("request:r1", "email otp").mayBeHandedOutAgain(firm, 3))
                .isFalse();
        assertThat(session("request:r1", "email").mayBeHandedOutAgain(firm, 4)).isFalse();
        assertThat(session("portal", "pwd").mayBeHandedOutAgain(firm, 3)).isFalse();
    }

    @Test
    void aSessionJudgedAnew_hasWhatTheOtherReadFound_orHasEnded() {
        LiveSession live = live(session("portal", "pwd"), AccessMode.MAGIC_LINK_AND_LOGIN, null);
        Firm demands = firm(AccessMode.MAGIC_LINK_AND_LOGIN_2FA);
        assertThat(live.again(demands, address("g1"), APP, 3, NOW))
                .contains(new LiveSession(session("portal", "pwd"), demands, address("g1"), APP));
        assertThat(live.again(demands, address("g1"), APP, 4, NOW)).isEmpty();
        assertThat(live.again(firm(AccessMode.MAGIC_LINK_ONLY), address("g1"), APP, 3, NOW))
                .isEmpty();
    }

    @Test
    void aSessionForOneRequest_reachesTheContactThatItWasSentTo_andAnyOtherAllOfTheAddress() {
        assertThat(live(session("request:r1", "email otp"), AccessMode.MAGIC_LINK_ONLY, APP, shared())
                        .contacts())
                .extracting(listed -> listed.standing().contact().value())
                .containsExactly("c1");
        assertThat(live(session("requests", "email otp"), AccessMode.MAGIC_LINK_ONLY, APP, shared())
                        .contacts())
                .hasSize(2);
    }

    private static boolean standsSince(long version, Session session) {
        Firm firm = Firms.of(
                FIRM.value(),
                "Acme",
                new PortalSettings(AccessMode.MAGIC_LINK_AND_LOGIN, false, 30),
                new EndedBefore(version, version, version));
        return SessionRule.stands(session, firm, address("g1"), 3, NOW);
    }

    private static Address shared() {
        Listed other = new Listed(new Standing(new ContactId("o1"), "g9", "s9"), ContactType.ORGANIZATION, "O");
        return new Address(FIRM, EMAIL, List.of(new Listed(STANDING, ContactType.PERSON, "C"), other), null, null);
    }

    private static LiveSession live(Session session, AccessMode mode, Authenticator app, Address address) {
        return new LiveSession(session, firm(mode), address, app);
    }

    @ParameterizedTest
    @CsvSource({"pwd, aal1", "email, aal1", "pwd otp, aal2", "email recovery, aal2", "pwd temporary, aal2"})
    void aCodeOfAnySort_makesASecondFactor(String amr, String acr) {
        assertThat(Session.acr(List.of(amr.split(" ", -1)))).isEqualTo(acr);
        assertThat(session("portal", amr).hasSecondFactor()).isEqualTo(acr.equals("aal2"));
    }

    @Test
    void whoeverEndsAllOthers_opensUnderTheNextEpochAndTheSameSettings() {
        assertThat(new Bond(3, 8).next()).isEqualTo(new Bond(4, 8));
    }

    private static boolean stands(Instant now, String generation, long epoch) {
        Firm firm = firm(AccessMode.MAGIC_LINK_AND_LOGIN);
        return SessionRule.stands(session("portal", "pwd"), firm, address(generation), epoch, now);
    }

    private static LiveSession live(Session session, AccessMode mode, @Nullable Authenticator app) {
        return new LiveSession(session, firm(mode), address("g1"), app);
    }

    private static Firm firm(AccessMode mode) {
        return Firms.of(FIRM.value(), "Acme", mode);
    }

    private static Address address(String generation) {
        Standing standing = new Standing(STANDING.contact(), generation, STANDING.subject());
        return new Address(FIRM, EMAIL, List.of(new Listed(standing, ContactType.PERSON, "C")), null, null);
    }

    private static Session session(String scope, String words) {
        List<String> amr = List.of(words.split(" ", -1));
        return new Session(
                FIRM,
                new SessionId(HOLDER, "s".repeat(22)),
                EMAIL,
                Standings.of(STANDING),
                new Scope(scope),
                "s1",
                amr,
                Session.acr(amr),
                new Bond(3, 8),
                NOW,
                NOW,
                NOW.plus(Session.LONGEST),
                new RefreshFamily("hash", "salt"),
                5,
                NOW,
                null,
                "192.0.2.1");
    }
}
