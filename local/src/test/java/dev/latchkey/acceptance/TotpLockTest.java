package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.acceptance.SecondFactor.Owner;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What guessing codes comes to, however it is gone about. */
@Order(2)
class TotpLockTest {

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Owner owner = codes.enrolled(address);

    private void lock() {
        for (int login = 0; login < 2; login++) {
            String challenge = codes.challenge(address);
            for (int guess = 0; guess < 5; guess++) {
                assertThat(codes.verify(challenge, owner.app().wrong()).code()).isEqualTo("invalid-code");
            }
        }
    }

    @Test
    void tenWrongCodes_lockForFifteenMinutes_whateverLoginsTheyCameFrom() {
        lock();
        String challenge = codes.challenge(address);
        Answer locked = codes.verify(challenge, owner.app().code());
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.code()).isEqualTo("too-many-attempts");
        assertThat(Long.parseLong(locked.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(880L, 900L);
        assertThat(codes.renewCodes(owner.session(), owner.app().code()).status())
                .isEqualTo(429);
        world.clock(890);
        String later = codes.challenge(address);
        assertThat(codes.verify(later, owner.app().code()).status()).isEqualTo(429);
        world.clock(901);
        assertThat(codes.verify(later, owner.app().code()).status()).isEqualTo(200);
    }

    @Test
    void neitherTheRightPassword_norARecoveryCode_norAnotherPassword_endsTheLock() {
        lock();
        assertThat(codes.recover(codes.challenge(address), owner.recoveryCodes().getFirst())
                        .status())
                .as("a locked app does not stop a good recovery code")
                .isEqualTo(200);
        assertThat(codes.verify(codes.challenge(address), owner.app().code()).status())
                .isEqualTo(429);
        portal.reset(portal.resetToken(address), Portal.OTHER);
        assertThat(codes.verify(
                                codes.challenge(address, Portal.OTHER),
                                owner.app().code())
                        .status())
                .isEqualTo(429);
    }

    @Test
    void aHundredTimesTheRightPasswordAndAWrongCode_lockAllTheSame_andAreToldOnce() {
        int judged = 0;
        for (int round = 0; round < 100; round++) {
            Answer answer = codes.verify(codes.challenge(address), owner.app().wrong());
            judged += answer.status() == 401 ? 1 : 0;
        }
        assertThat(judged).isEqualTo(10);
        assertThat(codes.verify(codes.challenge(address), owner.app().code()).status())
                .isEqualTo(429);
        firm.settled();
        assertThat(portal.mails(address, "wrong-codes")).hasSize(1);
        assertThat(AuditRows.types(world, firm))
                .filteredOn("account.locked"::equals)
                .hasSize(1);
    }

    @Test
    @Tag("crowd")
    void ofFiftyVerificationsOfOneCode_overTenLogins_oneLetsIn() {
        List<String> challenges = IntStream.range(0, 10)
                .mapToObj(login -> codes.challenge(address))
                .toList();
        String code = owner.app().code();
        List<Answer> answers = Race.of(50, runner -> codes.verify(challenges.get(runner % 10), code));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).allMatch(answer -> List.of(200, 401, 429, 503).contains(answer.status()));
        assertThat(AuditRows.types(world, firm))
                .filteredOn("sign-in.succeeded"::equals)
                .hasSize(3);
    }

    /** Whoever unlocks while others guess leaves no count behind that right ones break on. */
    @Test
    @Tag("crowd")
    void anUnlockAmongGuesses_leavesRightPasswordsAndCodesGood() {
        Race.of(11, runner -> runner == 10 ? new Staff(firm).unlock("c1") : portal.logIn(address, "wrong"));
        new Staff(firm).unlock("c1");
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
        List<String> challenges = IntStream.range(0, 10)
                .mapToObj(login -> codes.challenge(address))
                .toList();
        String wrong = owner.app().wrong();
        Race.of(
                11,
                runner -> runner == 10 ? new Staff(firm).unlock("c1") : codes.verify(challenges.get(runner), wrong));
        new Staff(firm).unlock("c1");
        assertThat(codes.verify(codes.challenge(address), owner.app().code()).status())
                .isEqualTo(200);
    }

    @Test
    @Tag("crowd")
    void ofFiftyGuessesAtOnce_atMostTenAreJudged() {
        List<String> challenges = IntStream.range(0, 10)
                .mapToObj(login -> codes.challenge(address))
                .toList();
        String wrong = owner.app().wrong();
        List<Answer> answers = Race.of(50, runner -> codes.verify(challenges.get(runner % 10), wrong));
        assertThat(answers)
                .filteredOn(answer -> answer.code().equals("invalid-code"))
                .hasSizeLessThanOrEqualTo(10);
        assertThat(AuditRows.types(world, firm))
                .filteredOn("sign-in.failed"::equals)
                .hasSizeLessThanOrEqualTo(10);
        assertThat(codes.verify(codes.challenge(address), owner.app().code()).status())
                .isEqualTo(429);
    }
}
