package dev.latchkey.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.Addresses;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.Firms;
import dev.latchkey.firm.PortalSettings;
import dev.latchkey.firm.RevocationVersions;
import dev.latchkey.session.Challenge.Device;
import dev.latchkey.session.Challenge.OfLink;
import dev.latchkey.store.Condition;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChallengeTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant END = NOW.plus(Challenge.LIFE);
    private static final FirmId FIRM = new FirmId("acme");
    private static final Email EMAIL = Email.parse("c1@example.com").orElseThrow();
    private static final Principal HOLDER = Principal.of(FIRM, EMAIL);
    private static final Key KEY = HOLDER.key(FIRM, "challenge", "r");
    private static final AddressBinding FIRST = new AddressBinding("a1", null, "s1");
    private static final Address SAME = Addresses.on(FIRM, EMAIL, "a1", "c2");
    private static final Address LATER = Addresses.on(FIRM, EMAIL, "a2", "c1");
    private static final OfLink LINK = new OfLink("link", new SessionId(HOLDER, "s".repeat(22)), FIRST, null);
    private static final RevocationMarker BOND = new RevocationMarker(3, 8);

    @Test
    void aLogin_isReadByItsTokenAsItWasMade_andByNoOtherSecret() {
        NewChallenge made =
                NewChallenge.ofLogin(FIRM, HOLDER, List.of("pwd", "email"), BOND, "tag", new Randomness(), NOW);
        ChallengeToken token = made.token();
        Write.Put put = (Write.Put) made.write();
        assertThat(put.condition()).isEqualTo(Condition.absent());
        assertThat(put.item().number("ttl")).isEqualTo(END.getEpochSecond());
        assertThat(Challenge.read(token, put.item()))
                .isEqualTo(new Challenge(
                        token.key(), token.random(), List.of("pwd", "email"), Scope.PORTAL, null, "tag", BOND, 0, END));
        ChallengeToken forged = new ChallengeToken(FIRM, HOLDER, token.random(), "f".repeat(43));
        assertThat(Challenge.read(forged, put.item())).isNull();
        assertThat(Challenge.read(token, null)).isNull();
    }

    @Test
    void aMailedLinksChallenge_keepsTheLinkWithWhatItWasMailedUnder() {
        NewChallenge made = NewChallenge.ofLink(FIRM, HOLDER, Scope.REQUESTS, LINK, null, BOND, new Randomness(), NOW);
        Challenge read = Challenge.read(made.token(), ((Write.Put) made.write()).item());
        assertThat(Objects.requireNonNull(read).link()).isEqualTo(LINK);
        assertThat(read.amr()).containsExactly("email");
        assertThat(read.mayEnrol()).isFalse();
    }

    @Test
    void itStandsUntilTheInstantOfItsEnd_andUntilItsFifthTry() {
        assertThat(stands(login(0), END.minusMillis(1))).isTrue();
        assertThat(stands(login(0), END)).isFalse();
        assertThat(stands(login(4), NOW)).isTrue();
        assertThat(stands(login(5), NOW)).isFalse();
    }

    @Test
    void itEndsWithItsHoldersEpoch_andWithTheLastStandingOfItsAddress() {
        Firm firm = firm(AccessMode.MAGIC_LINK_AND_LOGIN);
        assertThat(login(0).isActive(firm, SAME, 4, NOW)).isFalse();
        assertThat(login(0).isActive(firm, Addresses.unused(FIRM, EMAIL), 3, NOW))
                .isFalse();
    }

    @Test
    void whereNobodyMayLogIn_aPasswordsChallengeEnds_andAMailedLinksDoesNot() {
        Firm linksOnly = firm(AccessMode.MAGIC_LINK_ONLY);
        assertThat(login(0).isActive(linksOnly, SAME, 3, NOW)).isFalse();
        assertThat(ofLink().isActive(linksOnly, SAME, 3, NOW)).isTrue();
    }

    @Test
    void aLogin_standsOnWhateverContactItsAddressIs_andALinkOnWhatItWasMailedUnder() {
        Firm firm = firm(AccessMode.MAGIC_LINK_AND_LOGIN);
        assertThat(login(0).isActive(firm, LATER, 3, NOW)).isTrue();
        assertThat(ofLink().isActive(firm, SAME, 3, NOW)).isTrue();
        assertThat(ofLink().isActive(firm, LATER, 3, NOW)).isFalse();
    }

    @Test
    void onlyAPassword_leadsToSettingASecondFactorUp() {
        assertThat(login(0).mayEnrol()).isTrue();
        assertThat(ofLink().mayEnrol()).isFalse();
    }

    @Test
    void theFirstTry_leavesFour_andTheFifthNone() {
        assertThat(login(0).left()).isEqualTo(4);
        assertThat(login(4).left()).isZero();
    }

    @Test
    void aTry_isTakenInItsTurnOnly() {
        Condition first = Condition.missing("tries").or(Condition.equal("tries", 0));
        assertThat(login(0).take()).isEqualTo(take(first));
        assertThat(login(2).take()).isEqualTo(take(Condition.equal("tries", 2)));
    }

    @Test
    void aTryGivenBack_neverMakesMoreThanThereWere_andAUsedUpOneIsFoundOut() {
        assertThat(login(2).giveBack())
                .isEqualTo(Write.update(KEY, ItemUpdate.none().decrement("tries"), Condition.more("tries", 0)));
        assertThat(login(2).check()).isEqualTo(Write.check(KEY, Condition.present()));
        assertThat(login(2).use()).isEqualTo(Write.delete(KEY, Condition.present()));
    }

    private static Write take(Condition asRead) {
        return Write.update(
                KEY, ItemUpdate.none().increment("tries"), Condition.present().and(asRead));
    }

    @Test
    void aLoginOfBeforeAChangeThatEndedLogins_isOver_andAMailedLinksIsNot() {
        Firm back = Firms.of(
                FIRM.value(),
                "Acme",
                new PortalSettings(AccessMode.MAGIC_LINK_AND_LOGIN, false, 30),
                new RevocationVersions(9, 9, 9));
        assertThat(login(0).isActive(back, SAME, 3, NOW)).isFalse();
        assertThat(ofLink().isActive(back, SAME, 3, NOW)).isTrue();
    }

    @Test
    void theDeviceOfARequestLink_isKeptWithTheChallenge_andSettlesTheSessionsEnd() {
        Device device = new Device(new SessionId(HOLDER, "d".repeat(22)), NOW.plusSeconds(9));
        OfLink link = new OfLink("link", new SessionId(HOLDER, "s".repeat(22)), FIRST, device);
        NewChallenge made =
                NewChallenge.ofLink(FIRM, HOLDER, new Scope("request:r"), link, null, BOND, new Randomness(), NOW);
        Challenge read = Objects.requireNonNull(Challenge.read(made.token(), ((Write.Put) made.write()).item()));
        assertThat(read.link()).isEqualTo(link);
        assertThat(read.opens()).isEqualTo(link.session());
        assertThat(read.opensUntil()).isEqualTo(device.endsAt());
        assertThat(ofLink().opens()).isEqualTo(LINK.session());
        assertThat(ofLink().opensUntil()).isNull();
        assertThat(login(0).opens()).isNull();
        assertThat(login(0).opensUntil()).isNull();
    }

    private static boolean stands(Challenge challenge, Instant now) {
        return challenge.isActive(firm(AccessMode.MAGIC_LINK_AND_LOGIN), SAME, 3, now);
    }

    private static Challenge login(long tries) {
        return challenge(Scope.PORTAL, null, tries);
    }

    private static Challenge ofLink() {
        return challenge(Scope.REQUESTS, LINK, 0);
    }

    private static Challenge challenge(Scope scope, @Nullable OfLink link, long tries) {
        return new Challenge(KEY, "r", List.of("pwd"), scope, link, null, BOND, tries, END);
    }

    private static Firm firm(AccessMode mode) {
        return Firms.of(FIRM.value(), "Acme", mode);
    }
}
