package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.acceptance.SecondFactor.Owner;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The codes that stand in for the app. */
@Order(2)
class RecoveryCodeTest {

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Owner owner = codes.enrolled(address);

    private Answer recover(String code) {
        return codes.recover(codes.challenge(address), code);
    }

    private String code(int place) {
        return owner.recoveryCodes().get(place);
    }

    @Test
    void aRecoveryCode_letsInOnce_andTellsHowManyAreLeft() {
        Answer in = recover(code(0));
        assertThat(in.status()).as(in.text()).isEqualTo(200);
        assertThat(in.body().path("recoveryCodesLeft").asInt()).isEqualTo(9);
        assertThat(in.body().path("session").path("amr").toString()).isEqualTo("[\"pwd\",\"recovery\"]");
        assertThat(in.text("/session/acr")).isEqualTo("aal2");
        assertThat(firm.me(in).body().path("recoveryCodesLeft").asInt()).isEqualTo(9);
        assertThat(recover(code(0)).code()).isEqualTo("invalid-code");
        assertThat(recover(code(9)).body().path("recoveryCodesLeft").asInt()).isEqualTo(8);
    }

    @Test
    void itIsTaken_inAnyCase_withDashesBlanksOrNothing() {
        assertThat(recover(code(0).toLowerCase(Locale.ROOT)).status()).isEqualTo(200);
        assertThat(recover(code(1).replace("-", "")).status()).isEqualTo(200);
        assertThat(recover(code(2).replace('-', ' ')).status()).isEqualTo(200);
        assertThat(recover(" " + code(4).replace('-', '\u2013') + "\r\n").status())
                .isEqualTo(200);
        assertThat(recover(code(3).replace('0', 'O').replace('1', 'l')).status())
                .isEqualTo(200);
    }

    @Test
    void whatHasNotItsForm_isMalformed_andCostsNoTry() {
        String challenge = codes.challenge(address);
        for (String malformed :
                List.of("", "0000", code(0).substring(1), code(0) + "0", "0000_0000_0000_0000", "\u0660".repeat(16))) {
            assertThat(codes.recover(challenge, malformed).status())
                    .as(malformed)
                    .isEqualTo(400);
        }
        assertThat(codes.recover(challenge, "0000-0000-0000-0000")
                        .body()
                        .path("attemptsLeft")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    @Tag("crowd")
    void ofTwentyUsesAtOnce_oneLetsIn() {
        List<String> challenges = IntStream.range(0, 20)
                .mapToObj(login -> codes.challenge(address))
                .toList();
        List<Answer> answers = Race.of(20, runner -> codes.recover(challenges.get(runner), code(0)));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(firm.me(answers.stream()
                                .filter(answer -> answer.status() == 200)
                                .findFirst()
                                .orElseThrow())
                        .body()
                        .path("recoveryCodesLeft")
                        .asInt())
                .isEqualTo(9);
    }

    @Test
    void tenWrongOnes_lockThemForFifteenMinutes_andTheAppStillLetsIn() {
        for (int guess = 0; guess < 10; guess++) {
            assertThat(recover("0000-0000-0000-0000").code()).isEqualTo("invalid-code");
        }
        assertThat(recover(code(0)).status()).isEqualTo(429);
        assertThat(codes.verify(codes.challenge(address), owner.app().code()).status())
                .isEqualTo(200);
        assertThat(recover(code(0)).status())
                .as("the app's success clears its own count only")
                .isEqualTo(429);
        world.clock(901);
        assertThat(recover(code(0)).status()).isEqualTo(200);
        firm.settled();
        assertThat(portal.mails(address, "wrong-codes")).hasSize(1);
    }

    @Test
    void eachUse_isMailed_withTheNumberLeft_andAWarningAtThree() {
        for (int use = 0; use < 7; use++) {
            recover(code(use));
        }
        firm.settled();
        List<String> notices = portal.mails(address, "recovery-code-used").stream()
                .map(mail -> mail.text().replace('\n', ' '))
                .toList();
        assertThat(notices).hasSize(7);
        assertThat(notices)
                .filteredOn(text -> text.contains("Only 3 recovery codes are left. Please make new ones"))
                .hasSize(1);
        assertThat(notices)
                .filteredOn(text -> text.contains(" 9 recovery codes are left."))
                .hasSize(1);
        assertThat(notices).filteredOn(text -> text.contains("make new ones")).hasSize(1);
        assertThat(notices).noneMatch(text -> text.contains(code(0)));
    }

    @Test
    void aFreshCodeOfTheApp_makesTenOthers_andTheOldOnesAreWorthNothing() {
        Answer refused = codes.renewCodes(owner.session(), owner.app().wrong());
        assertThat(refused.code()).isEqualTo("invalid-code");
        String fresh = owner.app().code();
        Answer renewed = codes.renewCodes(owner.session(), fresh);
        assertThat(renewed.status()).as(renewed.text()).isEqualTo(200);
        assertThat(SecondFactor.recoveryCodes(renewed)).hasSize(10).doesNotContainAnyElementsOf(owner.recoveryCodes());
        assertThat(codes.renewCodes(owner.session(), fresh).code()).as("spent").isEqualTo("invalid-code");
        assertThat(recover(code(0)).code()).isEqualTo("invalid-code");
        assertThat(recover(SecondFactor.recoveryCodes(renewed).getFirst()).status())
                .isEqualTo(200);
        firm.settled();
        assertThat(portal.mails(address, "recovery-codes-regenerated")).hasSize(1);
    }

    /** So that no client is left with ten codes that another request has made worthless. */
    @Test
    void ofFourRenewalsByOneCodeAtOnce_oneMakesCodes_andThoseAreGood() {
        String fresh = owner.app().code();
        List<Answer> answers = Race.of(4, runner -> codes.renewCodes(owner.session(), fresh));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        Answer made = answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(recover(SecondFactor.recoveryCodes(made).getFirst()).status())
                .isEqualTo(200);
    }

    @Test
    void whoeverHasNoApp_hasNoRecoveryCodes() {
        String other = TestFirm.address();
        firm.contact("c2", 1, other);
        Answer session = portal.account(other);
        assertThat(codes.renewCodes(session, "123456").code()).isEqualTo("not-enrolled");
        assertThat(firm.me(session).body().path("recoveryCodesLeft").asInt()).isZero();
    }

    @Test
    void aRecoveryCode_isNoCodeOfTheApp_andNoBearerButALoginTakesIt() {
        assertThat(codes.recover(SecondFactor.access(owner.session()), code(0)).code())
                .isEqualTo("invalid-token");
        assertThat(codes.verify(codes.challenge(address), code(0)).status()).isEqualTo(400);
        assertThat(recover(code(0)).status()).isEqualTo(200);
    }
}
