package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.acceptance.SecondFactor.Owner;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The table counts a try and its reply is lost. A request counts one at most, however often the SDK sends it again and
 * whoever else is counted meanwhile; where no reply arrives at all, it gives back what it may have.
 */
@Order(2)
class LostRepliesTest {

    /** More than all attempts of all requests of a test. */
    private static final int ALL = 1_000;

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);
    private final SecondFactor codes = new SecondFactor(firm);

    @Test
    @Tag("crowd")
    void ofEightWrongPasswordsAtOnce_whoseRepliesAreLost_thoseCountThatAreJudged_onceEach() {
        portal.account(address);
        lose(8, "UpdateItem");
        int judged = judged(Race.of(8, runner -> portal.logIn(address, "wrong " + runner)), 401, 503);
        world.noFaults();
        assertThat(budget("password")).contains(count("taken", judged), count("failed", judged));
        assertThat(portal.logIn(address, "wrong").status()).isEqualTo(401);
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    @Tag("crowd")
    void ofThirtyWrongPasswordsAtOnce_whoseRepliesAreLost_noMoreThanTenAreJudged() {
        portal.account(address);
        lose(15, "UpdateItem");
        int judged = judged(Race.of(30, runner -> portal.logIn(address, "wrong " + runner)), 401, 429, 503);
        world.noFaults();
        assertThat(judged).isLessThanOrEqualTo(10);
        assertThat(budget("password")).contains(count("taken", judged), count("failed", judged));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP", "InternalServerError"})
    void whileEveryReplyIsLost_nobodyIsJudged_andNobodyLockedOut(String error) {
        portal.account(address);
        world.fault("dynamodb", "UpdateItem", error, ALL, "after");
        world.fault("dynamodb", "TransactWriteItems", error, ALL, "after");
        IntStream.range(0, 3)
                .forEach(round -> assertThat(Race.of(4, runner -> portal.logIn(address, Portal.PASSWORD)))
                        .extracting(Answer::status)
                        .containsOnly(503));
        world.noFaults();
        assertThat(budget("password")).contains(count("taken", 0));
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void codesOfTheAppWhoseRepliesAreLost_countOnceEach() {
        codes.enrolled(address);
        List<String> challenges =
                IntStream.range(0, 5).mapToObj(_ -> codes.challenge(address)).toList();
        lose(5, "TransactWriteItems");
        int judged = judged(Race.of(5, runner -> codes.verify(challenges.get(runner), "000000")), 401, 503);
        world.noFaults();
        assertThat(budget("totp")).containsAnyOf(upTo(5, judged));
    }

    @Test
    void keptCodesInASessionWhoseRepliesAreLost_countOnceEach_andTheRightOneIsGoodThen() {
        Owner owner = codes.enrolled(address);
        lose(5, "UpdateItem");
        int judged =
                judged(Race.of(5, runner -> codes.renewByRecovery(owner.session(), "0000-0000-0000-0000")), 401, 503);
        world.noFaults();
        assertThat(budget("recovery")).contains(count("taken", judged), count("failed", judged));
        lose(1, "TransactWriteItems");
        assertThat(codes.renewByRecovery(owner.session(), owner.recoveryCodes().getFirst())
                        .status())
                .isEqualTo(200);
        assertThat(budget("recovery")).contains(count("taken", judged), count("forgiven", judged));
    }

    @Test
    void whileEveryReplyIsLost_noKeptCodeIsUsedInASession_andNobodyLockedOut() {
        Owner owner = codes.enrolled(address);
        String code = owner.recoveryCodes().getFirst();
        lose(ALL, "UpdateItem");
        lose(ALL, "TransactWriteItems");
        assertThat(Race.of(
                        4,
                        runner -> runner % 2 == 0
                                ? codes.renewByRecovery(owner.session(), code)
                                : codes.removeByRecovery(owner.session(), Portal.PASSWORD, code)))
                .extracting(Answer::status)
                .containsOnly(503);
        world.noFaults();
        assertThat(budget("recovery")).contains(count("taken", 0));
        assertThat(codes.removeByRecovery(owner.session(), Portal.PASSWORD, code)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whileEveryReplyIsLost_noCodeOfTheAppIsJudged_andNobodyLockedOut() {
        Owner owner = codes.enrolled(address);
        List<String> challenges =
                IntStream.range(0, 4).mapToObj(_ -> codes.challenge(address)).toList();
        lose(ALL, "TransactWriteItems");
        for (int round = 0; round < 3; round++) {
            assertThat(Race.of(
                            4,
                            runner -> codes.verify(
                                    challenges.get(runner), owner.app().code())))
                    .extracting(Answer::status)
                    .containsOnly(503);
        }
        world.noFaults();
        assertThat(budget("totp")).contains(count("taken", 0));
        assertThat(codes.verify(codes.challenge(address), owner.app().code()).status())
                .isEqualTo(200);
    }

    @Test
    void codesOfAMailWhoseRepliesAreLost_countOnceEach_andTheRightOneOpensTheLinkAfterFour() {
        Mail mail = firm.signInMail(address);
        firm.settled();
        lose(4, "UpdateItem");
        lose(4, "TransactWriteItems");
        assertThat(Race.of(4, runner -> firm.redeemCode(mail.linkId(), "AAAA-AAAA", TestFirm.device())))
                .extracting(Answer::status)
                .isSubsetOf(401, 503);
        world.noFaults();
        assertThat(firm.redeemCode(mail.linkId(), mail.code(), TestFirm.device())
                        .status())
                .isEqualTo(200);
    }

    private void lose(int replies, String operation) {
        world.fault("dynamodb", operation, "DROP", replies, "after");
    }

    /** How many were judged of these, which end in one of these ways. Where the SDK asks too often it gives up, with 503. */
    private static int judged(List<Answer> answers, Integer... ends) {
        assertThat(answers).extracting(Answer::status).containsAnyOf(401).isSubsetOf(ends);
        return (int) answers.stream().filter(answer -> answer.status() == 401).count();
    }

    private static String[] upTo(int most, int least) {
        return IntStream.rangeClosed(least, most)
                .mapToObj(taken -> count("taken", taken))
                .toArray(String[]::new);
    }

    private static String count(String name, int expected) {
        return name + "=AttributeValue(N=" + expected + ")";
    }

    /** The line of the table that has this budget. */
    private String budget(String authenticator) {
        return firm.table()
                .lines()
                .filter(line -> line.contains("sk=AttributeValue(S=tries#" + authenticator + ")"))
                .reduce("", String::concat);
    }
}
