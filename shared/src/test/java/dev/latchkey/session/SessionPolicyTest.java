package dev.latchkey.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.AddressOnContact;
import dev.latchkey.contact.Addresses;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactAddress;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactProfile;
import dev.latchkey.contact.ContactType;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.contact.Recipient;
import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.AccessRequest;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.Firms;
import dev.latchkey.firm.PortalSettings;
import dev.latchkey.firm.RevocationVersions;
import dev.latchkey.totp.Authenticator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ends a session, and what one that stands may reach. */
class SessionPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final FirmId FIRM = new FirmId("acme");
    private static final Email EMAIL = Email.parse("c1@example.com").orElseThrow();
    private static final Principal HOLDER = Principal.of(FIRM, EMAIL);
    private static final Address UNUSED = Addresses.unused(FIRM, EMAIL);
    private static final Address A1 = Addresses.on(FIRM, EMAIL, "a1", "c1");
    private static final Address A2 = Addresses.on(FIRM, EMAIL, "a2", "c1");
    private static final AddressBinding STANDING = new AddressBinding("a1", "g1", "s1");
    private static final Authenticator APP = new Authenticator("id", "sealed", NOW, 1, Map.of(), null);

    @Test
    void aSession_standsUntilTheInstantOfItsEnd() {
        assertThat(stands(NOW.plus(Session.IDLE).minusMillis(1), 3)).isTrue();
        assertThat(stands(NOW.plus(Session.IDLE), 3)).isFalse();
    }

    @Test
    void aSession_endsWithItsHoldersEpoch() {
        assertThat(stands(NOW, 4)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"portal, pwd, true", "portal, pwd otp, true", "requests, email, false", "requests, email otp, false"})
    void aLogin_isStoppedWhileItsAddressIsOnNoContact_andWhatASignInLinkOpenedEndsThen(
            String scope, String amr, boolean goesOn) {
        Firm firm = firm(AccessMode.MAGIC_LINK_AND_LOGIN);
        Session session = session(scope, amr);
        assertThat(SessionPolicy.isActive(session, firm, A1, 3, NOW)).isTrue();
        assertThat(SessionPolicy.isActive(session, firm, UNUSED, 3, NOW)).isFalse();
        assertThat(SessionPolicy.isKept(session, firm, UNUSED, 3, NOW)).isEqualTo(goesOn);
        assertThat(SessionPolicy.isActive(session, firm, A2, 3, NOW)).isEqualTo(goesOn);
    }

    @Test
    void whatALinkToOneRequestOpened_endsWithTheAddress_andWithTheContactsHavingIt() {
        Firm firm = firm(AccessMode.MAGIC_LINK_AND_LOGIN);
        Session session = session("request:r1", "email");
        assertThat(SessionPolicy.isActive(session, firm, on("g1", A1), 3, NOW)).isTrue();
        for (Recipient gone : List.of(on("g2", A1), on("g1", A2), on("g1", UNUSED), A1)) {
            assertThat(SessionPolicy.isActive(session, firm, gone, 3, NOW)).isFalse();
            assertThat(SessionPolicy.isKept(session, firm, gone, 3, NOW)).isFalse();
        }
    }

    @Test
    void ofOneForASingleContact_theAddressAloneTellsWhetherItMayStand() {
        Firm firm = firm(AccessMode.MAGIC_LINK_AND_LOGIN);
        Session session = session("request:r1", "email otp");
        assertThat(SessionPolicy.isActiveAtAddress(session, firm, A1, 3, NOW)).isTrue();
        assertThat(SessionPolicy.isActiveAtAddress(session, firm, A2, 3, NOW)).isFalse();
        assertThat(SessionPolicy.isActiveAtAddress(session("portal", "pwd"), firm, A2, 3, NOW))
                .isTrue();
        assertThat(SessionPolicy.isActiveAtAddress(session, firm, UNUSED, 3, NOW))
                .isFalse();
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
    void whetherItStands_isForTheFirmsAccessModeToSay(AccessMode mode, String scope, String amr, boolean isActive) {
        assertThat(SessionPolicy.isActive(session(scope, amr), firm(mode), reached(scope), 3, NOW))
                .isEqualTo(isActive);
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
        assertThat(active(session(scope, amr), mode, hasApp ? APP : null).mayOnlyEnrol())
                .isEqualTo(onlyEnrol);
    }

    @Test
    void aLiveSessionThatMovedOn_isJudgedByTheSame() {
        Session next = session("portal", "pwd").rotated(NOW.plusSeconds(1));
        assertThat(active(session("portal", "pwd"), AccessMode.MAGIC_LINK_AND_LOGIN, APP)
                        .with(next))
                .isEqualTo(active(next, AccessMode.MAGIC_LINK_AND_LOGIN, APP));
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
            String scope, String amr, AccessRequest accessRequest) {
        assertThat(session(scope, amr).accessRequest()).isEqualTo(accessRequest);
        boolean everEnded = accessRequest != AccessRequest.SIGN_IN_SESSION_WITH_CODE
                && accessRequest != AccessRequest.REQUEST_SESSION_WITH_CODE;
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
        ActiveSession active = active(session("portal", "pwd"), AccessMode.MAGIC_LINK_AND_LOGIN, null);
        Firm demands = firm(AccessMode.MAGIC_LINK_AND_LOGIN_2FA);
        assertThat(active.again(demands, A1, APP, 3, NOW))
                .contains(new ActiveSession(session("portal", "pwd"), demands, A1, APP));
        assertThat(active.again(demands, A1, APP, 4, NOW)).isEmpty();
        assertThat(active.again(firm(AccessMode.MAGIC_LINK_ONLY), A1, APP, 3, NOW))
                .isEmpty();
    }

    private static boolean standsSince(long version, Session session) {
        Firm firm = Firms.of(
                FIRM.value(),
                "Acme",
                new PortalSettings(AccessMode.MAGIC_LINK_AND_LOGIN, false, 30),
                new RevocationVersions(version, version, version));
        return SessionPolicy.isActive(session, firm, reached(session.scope().text()), 3, NOW);
    }

    @ParameterizedTest
    @CsvSource({"pwd, aal1", "email, aal1", "pwd otp, aal2", "email recovery, aal2", "pwd temporary, aal2"})
    void aCodeOfAnySort_makesASecondFactor(String amr, String acr) {
        assertThat(Session.acr(List.of(amr.split(" ", -1)))).isEqualTo(acr);
        assertThat(session("portal", amr).hasSecondFactor()).isEqualTo(acr.equals("aal2"));
    }

    @Test
    void whoeverEndsAllOthers_opensUnderTheNextEpochAndTheSameSettings() {
        assertThat(new RevocationMarker(3, 8).next()).isEqualTo(new RevocationMarker(4, 8));
    }

    private static boolean stands(Instant now, long epoch) {
        Firm firm = firm(AccessMode.MAGIC_LINK_AND_LOGIN);
        return SessionPolicy.isActive(session("portal", "pwd"), firm, A1, epoch, now);
    }

    private static ActiveSession active(Session session, AccessMode mode, @Nullable Authenticator app) {
        return new ActiveSession(session, firm(mode), A1, app);
    }

    private static Firm firm(AccessMode mode) {
        return Firms.of(FIRM.value(), "Acme", mode);
    }

    private static Recipient reached(String scope) {
        return scope.startsWith("request:") ? on("g1", A1) : A1;
    }

    private static Recipient on(String generation, Address address) {
        Contact contact = new Contact(
                FIRM,
                new ContactId("c1"),
                1,
                "s1",
                Contact.State.LIVE,
                new ContactProfile(ContactType.PERSON, "C", List.of()),
                List.of(new ContactAddress(EMAIL, generation, NOW)),
                List.of(),
                0);
        return new AddressOnContact(contact, address);
    }

    private static Session session(String scope, String words) {
        List<String> amr = List.of(words.split(" ", -1));
        return new Session(
                FIRM,
                new SessionId(HOLDER, "s".repeat(22)),
                EMAIL,
                scope.startsWith("request:") ? STANDING : new AddressBinding("a1", null, "s1"),
                new Scope(scope),
                "s1",
                amr,
                Session.acr(amr),
                new RevocationMarker(3, 8),
                NOW,
                NOW,
                NOW.plus(Session.LONGEST),
                new RefreshTokenFamily("hash", "salt"),
                5,
                NOW,
                null,
                "192.0.2.1",
                null);
    }
}
