package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.throttling.AttemptBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers try must not spend the owner's allowance. */
@Order(2)
class KnownDeviceTest {

    private static final int LOCK = 15 * 60;
    private static final String SIEGE = "198.51.100.7";
    private static final String ELSEWHERE = "203.0.113.9";

    private final World world = World.get();
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, email);
    private final Portal portal = new Portal(firm);
    private final Staff staff = new Staff(firm);
    private final Guesser guesser = new Guesser(world, firm);
    private final String device = TestFirm.device();

    @Test
    void tenWrongPasswordsFromOneSource_lockThatSourceAlone_forFifteenMinutes() {
        owner();
        siege(SIEGE, 10);
        assertThat(from(SIEGE, null).code()).isEqualTo("too-many-attempts");
        assertThat(from(ELSEWHERE, null).status()).isEqualTo(200);
        assertThat(from(SIEGE, device).status()).as("the siege's own network").isEqualTo(200);
        assertThat(staff.access("c1").text("/status")).isEqualTo("ACTIVE");
        world.clock(LOCK - 2);
        assertThat(from(SIEGE, null).status()).isEqualTo(429);
        world.clock(LOCK + 1);
        assertThat(from(SIEGE, null).status()).isEqualTo(200);
    }

    @Test
    void aHundredFromTenSources_lockEverybodyOutButTheKnownDevice() {
        owner();
        for (int source = 1; source <= 10; source++) {
            siege("192.0.2." + source, 10);
        }
        assertThat(from(ELSEWHERE, null).code()).isEqualTo("too-many-attempts");
        assertThat(from(ELSEWHERE, TestFirm.device()).status()).isEqualTo(429);
        assertThat(from(ELSEWHERE, device).status()).isEqualTo(200);
        assertThat(staff.access("c1").text("/status")).isEqualTo("LOCKED");
        assertThat(staff.access("c1").body().path("lockedUntil").isNull()).isFalse();
        staff.unlock("c1");
        assertThat(from(ELSEWHERE, null).status()).isEqualTo(200);
        assertThat(from("192.0.2.1", null).status())
                .as("a source that was locked")
                .isEqualTo(200);
    }

    @Test
    void tenWrongPasswordsOfAKnownDevice_lockItAlone() {
        owner();
        for (int guess = 0; guess < 10; guess++) {
            assertThat(guesser.logIn(ELSEWHERE, device, email, "wrong").status())
                    .isEqualTo(401);
        }
        assertThat(from(ELSEWHERE, device).status()).isEqualTo(429);
        assertThat(from(ELSEWHERE, null).status()).isEqualTo(200);
        assertThat(firm.table()).doesNotContain(device);
        world.clock(LOCK + 1);
        assertThat(from(ELSEWHERE, device).status()).isEqualTo(200);
    }

    @Test
    void passwordsTypedWithinASession_countForTheDeviceItBeganOn_alsoOnceAnAppWasSetUpInIt() {
        portal.account(email);
        Answer began = portal.logInBy(device, email, Portal.PASSWORD);
        SecondFactor codes = new SecondFactor(firm);
        SecondFactor.Owner owner = codes.enrolled(email, began);
        for (int guess = 0; guess < 10; guess++) {
            assertThat(codes.remove(owner.session(), "wrong", owner.app().code())
                            .code())
                    .isEqualTo("invalid-credentials");
        }
        assertThat(from(ELSEWHERE, device).status()).isEqualTo(429);
        assertThat(from(ELSEWHERE, null).status()).isEqualTo(200);
    }

    @Test
    void aSuccess_clearsItsOwnRowOnly() {
        owner();
        siege(SIEGE, 9);
        for (int guess = 0; guess < 9; guess++) {
            guesser.logIn(ELSEWHERE, device, email, "wrong");
        }
        assertThat(from(ELSEWHERE, device).status()).isEqualTo(200);
        for (int guess = 0; guess < 9; guess++) {
            assertThat(guesser.logIn(ELSEWHERE, device, email, "wrong").status())
                    .isEqualTo(401);
        }
        siege(SIEGE, 1);
        assertThat(from(SIEGE, null).status()).isEqualTo(429);
    }

    @Test
    void aPasswordReset_clearsAllRows() {
        owner();
        siege(SIEGE, 10);
        firm.locked(email, AttemptBudget.Factor.PASSWORD);
        assertThat(portal.reset(portal.resetToken(email), Portal.OTHER).status())
                .isEqualTo(204);
        assertThat(guesser.logIn(SIEGE, null, email, Portal.OTHER).status()).isEqualTo(200);
        assertThat(guesser.logIn(ELSEWHERE, null, email, Portal.OTHER).status()).isEqualTo(200);
    }

    @Test
    void aDeviceThatIsMadeUp_orHasNotGotIn_orOfAnotherAddress_isNobodys() {
        owner();
        String other = TestFirm.address();
        firm.contact("c2", 1, other);
        portal.account(other);
        portal.logInBy(device, other, Portal.PASSWORD);
        siege(SIEGE, 10);
        assertThat(from(SIEGE, TestFirm.device()).status()).isEqualTo(429);
        String wrong = TestFirm.device();
        guesser.logIn(ELSEWHERE, wrong, email, "wrong");
        assertThat(from(SIEGE, wrong).status()).isEqualTo(429);
        String foreign = TestFirm.device();
        assertThat(portal.logInBy(foreign, other, Portal.PASSWORD).status()).isEqualTo(200);
        assertThat(from(SIEGE, foreign).status()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"link", "set-up", "code", "second step"})
    void whoeverGotInByAnotherWay_isKnownToo(String way) {
        String known = TestFirm.device();
        switch (way) {
            case "link" -> {
                portal.account(email);
                firm.redeem(firm.mailed("c1", "r1").token(), known);
            }
            case "set-up" -> portal.setUpBy(known, portal.readySetUpToken(email));
            case "second step" -> {
                SecondFactor codes = new SecondFactor(firm);
                SecondFactor.Owner owner = codes.enrolled(email);
                Map<String, String> step = Map.of("code", owner.app().code(), "deviceSecret", known);
                String bearer = "Bearer " + codes.challenge(email);
                assertThat(world.api()
                                .post("/v1/totp/verify", step, "Authorization", bearer)
                                .status())
                        .isEqualTo(200);
            }
            default -> {
                SecondFactor codes = new SecondFactor(firm);
                SecondFactor.Owner owner = codes.enrolled(email);
                String challenge = portal.logInBy(known, email, Portal.PASSWORD).text("/challenge");
                assertThat(codes.verify(challenge, owner.app().code()).status()).isEqualTo(200);
            }
        }
        siege(SIEGE, 10);
        assertThat(from(SIEGE, null).status()).isEqualTo(429);
        assertThat(from(SIEGE, known).status()).isEqualTo(200);
    }

    @Test
    void theLatestTwentyAreKnown_forNinetyDaysAfterTheirLastSuccess() {
        portal.account(email);
        List<String> devices = new ArrayList<>();
        for (int number = 0; number < 21; number++) {
            devices.add(TestFirm.device());
            world.clock(number);
            portal.logInBy(devices.getLast(), email, Portal.PASSWORD);
        }
        siege(SIEGE, 10);
        assertThat(from(SIEGE, devices.getFirst()).status()).isEqualTo(429);
        assertThat(from(SIEGE, devices.get(1)).status()).isEqualTo(200);
        world.clock(90L * 24 * 3600 - 60);
        siege(SIEGE, 10);
        assertThat(from(SIEGE, devices.getLast()).status()).isEqualTo(200);
        world.clock(180L * 24 * 3600);
        siege(SIEGE, 10);
        assertThat(from(SIEGE, devices.getLast()).status()).isEqualTo(429);
    }

    @Test
    @Tag("crowd")
    void ofFiftyAtOnce_noMoreAreJudgedThanARowAllows() {
        owner();
        List<Answer> here = Race.of(50, runner -> guesser.logIn(SIEGE, null, email, "wrong"));
        assertThat(here.stream().filter(answer -> answer.status() == 401)).hasSize(10);
        List<Answer> known = Race.of(50, runner -> guesser.logIn(ELSEWHERE, device, email, "wrong"));
        assertThat(known.stream().filter(answer -> answer.status() == 401)).hasSize(10);
        firm.guessed(email, 90);
        List<Answer> all = Race.of(50, runner -> guesser.logIn("192.0.2." + runner, null, email, "wrong"));
        assertThat(all.stream().filter(answer -> answer.status() == 401)).hasSize(10);
        assertThat(from(ELSEWHERE, null).status()).isEqualTo(429);
    }

    @Test
    void anAddressThatIsNobodys_isAnsweredTheSame() {
        owner();
        String nobody = TestFirm.address();
        for (int guess = 0; guess < 11; guess++) {
            Answer known = guesser.logIn(SIEGE, null, email, "wrong");
            Answer unknown = guesser.logIn(SIEGE, TestFirm.device(), nobody, "wrong");
            assertThat(unknown.status()).isEqualTo(known.status());
            assertThat(unknown.code()).isEqualTo(known.code());
        }
    }

    /** Has an account, and got in by this device. */
    private void owner() {
        portal.account(email);
        assertThat(portal.logInBy(device, email, Portal.PASSWORD).status()).isEqualTo(200);
    }

    private void siege(String source, int guesses) {
        IntStream.range(0, guesses)
                .forEach(guess -> assertThat(guesser.logIn(source, null, email, "wrong no " + guess)
                                .status())
                        .isEqualTo(401));
    }

    private Answer from(String source, @Nullable String named) {
        return guesser.logIn(source, named, email, Portal.PASSWORD);
    }
}
