package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins at once, and logins while a part of the service fails. */
@Order(2)
class LogInUnderStressTest {

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);

    @Test
    @Tag("crowd")
    void ofFiftyWrongPasswordsAndOneRightOneAtOnce_atMostTenAreJudgedWrong() {
        portal.account(address);
        List<Answer> answers =
                Race.of(51, runner -> portal.logIn(address, runner == 25 ? Portal.PASSWORD : "wrong " + runner));
        assertThat(answers)
                .extracting(Answer::status)
                .containsOnly(answers.stream().map(Answer::status).distinct().toArray(Integer[]::new));
        long judgedWrong =
                answers.stream().filter(answer -> answer.status() == 401).count();
        long in = answers.stream().filter(answer -> answer.status() == 200).count();
        assertThat(answers).allMatch(answer -> List.of(200, 401, 429).contains(answer.status()));
        assertThat(judgedWrong).isBetween(9L, 10L);
        assertThat(in).isLessThanOrEqualTo(1);
    }

    @Test
    @Tag("crowd")
    void ofFiftyGuessesAtAnUnknownAddressAtOnce_tenAreJudged() {
        String unknown = TestFirm.address();
        List<Answer> answers = Race.of(50, runner -> portal.logIn(unknown, "guess " + runner));
        assertThat(answers.stream().filter(answer -> answer.status() == 401)).hasSize(10);
        assertThat(answers.stream().filter(answer -> answer.code().equals("too-many-attempts")))
                .hasSize(40);
        assertThat(firm.table()).contains("taken=AttributeValue(N=10)", "failed=AttributeValue(N=10)");
    }

    @Test
    @Tag("crowd")
    void rightPasswordsAtOnce_leaveNoTryBehind() {
        portal.account(address);
        for (int round = 0; round < 2; round++) {
            List<Answer> answers = Race.of(10, runner -> portal.logIn(address, Portal.PASSWORD));
            assertThat(answers).extracting(Answer::status).containsOnly(200);
        }
        world.fault("kms", "Sign", "KMSInternalException", 1_000, "before");
        assertThat(Race.of(10, runner -> portal.logIn(address, Portal.PASSWORD)))
                .extracting(Answer::status)
                .containsOnly(503);
        world.noFaults();
        for (int i = 0; i < 9; i++) {
            assertThat(portal.logIn(address, "wrong " + i).status()).isEqualTo(401);
        }
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aTryWhoseReplyIsLost_countsOnce_andIsJudged() {
        portal.account(address);
        for (int i = 0; i < 9; i++) {
            assertThat(portal.logIn(address, "wrong " + i).status()).isEqualTo(401);
        }
        world.fault("dynamodb", "UpdateItem", "DROP", 1, "after");
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aPasswordOfPiledUpAccents_takesNoLongerThanAnother() {
        portal.account(address);
        String piled = "\u0301".repeat(3_500) + "\u0316".repeat(3_500);
        assertThat(portal.logIn(address, piled).status()).isEqualTo(401);
        assertThat(portal.setUp(portal.readySetUpToken(stranger()), piled).text("/reason"))
                .isEqualTo("TOO_LONG");
    }

    private String stranger() {
        String other = TestFirm.address();
        firm.contact("c9", 1, other);
        return other;
    }

    @Test
    void whileTheCountCannotBeWritten_noGuessIsJudged() {
        portal.account(address);
        world.fault("dynamodb", "TransactWriteItems", "InternalServerError", 100, "before");
        assertThat(Race.of(2, runner -> portal.logIn(address, runner == 0 ? Portal.PASSWORD : "wrong")))
                .extracting(Answer::status)
                .containsOnly(503);
        world.noFaults();
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"InternalServerError", "DROP"})
    void whenTheReplyAfterTheLastWriteIsLost_theClientsRetryWorks(String error) {
        portal.account(address);
        world.fault("dynamodb", "TransactWriteItems", error, 100, "after");
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isIn(200, 503);
        world.noFaults();
        Answer retried = portal.logIn(address, Portal.PASSWORD);
        assertThat(retried.status()).isEqualTo(200);
        assertThat(firm.me(retried).status()).isEqualTo(200);
    }

    @Test
    void whileKmsIsDown_aRightPasswordIsAnHonest503_andCostsNoTry() {
        portal.account(address);
        world.fault("kms", "Sign", "KMSInternalException", 1_000, "before");
        for (int round = 0; round < 3; round++) {
            assertThat(Race.of(4, runner -> portal.logIn(address, Portal.PASSWORD)))
                    .extracting(Answer::status)
                    .containsOnly(503);
        }
        world.noFaults();
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void twoHundredFailuresFromOneSource_closeTheLoginToIt_whateverItSaysOfItself_andToNobodyElse() {
        portal.account(address);
        TestFirm twin = world.firm().contact("c1", 1, address);
        new Portal(twin).account(address);
        firm.failedLoginsFromHere(199);
        assertThat(portal.logIn(TestFirm.address(), "wrong").status()).isEqualTo(401);
        for (String header : List.of("X-Forwarded-For", "Forwarded", "X-Real-IP")) {
            Answer closed = portal.logIn(address, Portal.PASSWORD, header, "203.0.113.9");
            assertThat(closed.status()).isEqualTo(429);
            assertThat(closed.code()).isEqualTo("too-many-requests");
            assertThat(Integer.parseInt(
                            closed.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(3_500, 3_600);
        }
        assertThat(new Portal(twin).logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
        world.clock(3_601);
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
    }
}
