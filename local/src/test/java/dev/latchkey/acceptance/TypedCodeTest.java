package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Order(2)
class TypedCodeTest {

    private static final String WRONG = "AAAA-AAAA";

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final String device = TestFirm.device();

    @Test
    void theCode_opensTheSameLink_howeverItIsTyped() {
        Mail mail = firm.signInMail(address);
        String code = mail.code();
        Answer first = firm.redeemCode(mail.linkId(), code, device);
        assertThat(first.text("/session/scope")).isEqualTo("requests");
        for (String typed : List.of(code.replace("-", ""), code.replace("-", " "), code.toLowerCase(Locale.ROOT))) {
            assertThat(firm.redeemCode(mail.linkId(), typed, device).text("/session/id"))
                    .isEqualTo(first.text("/session/id"));
        }
        assertThat(firm.redeem(mail.token(), device).text("/session/id")).isEqualTo(first.text("/session/id"));
        assertThat(firm.redeem(mail.token(), TestFirm.device()).code()).isEqualTo("link-claimed");
        assertThat(firm.redeemCode(mail.linkId(), code, TestFirm.device()).code())
                .isEqualTo("link-claimed");
    }

    @Test
    void theCodeOfARequestLink_opensItsOneRequest() {
        Mail mail = firm.mailed("c1", "r1");
        assertThat(firm.redeemCode(mail.linkId(), mail.code(), device).text("/session/scope"))
                .isEqualTo("request:r1");
    }

    @Test
    void aWrongCode_saysHowManyTriesAreLeft_andTheFifthKillsTheLink() {
        Mail mail = firm.signInMail(address);
        for (int left = 4; left >= 0; left--) {
            Answer wrong = firm.redeemCode(mail.linkId(), WRONG, device);
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.code()).isEqualTo("invalid-code");
            assertThat(wrong.body().path("attemptsLeft").asInt(-1)).isEqualTo(left);
        }
        assertThat(firm.redeemCode(mail.linkId(), mail.code(), device).code()).isEqualTo("link-expired");
        assertThat(firm.redeem(mail.token(), device).code()).isEqualTo("link-expired");
        assertThat(firm.inspect(mail.token()).text("/state")).isEqualTo("EXPIRED");
    }

    @Test
    void fourWrongCodes_leaveTheLinkAndItsCodeGood() {
        Mail mail = firm.signInMail(address);
        for (int wrong = 0; wrong < 4; wrong++) {
            firm.redeemCode(mail.linkId(), WRONG, device);
        }
        assertThat(firm.redeemCode(mail.linkId(), mail.code(), device).status()).isEqualTo(200);
    }

    @Test
    void rightCodes_costNoTry() {
        Mail mail = firm.signInMail(address);
        for (int i = 0; i < 8; i++) {
            assertThat(firm.redeemCode(mail.linkId(), mail.code(), device).status())
                    .isEqualTo(200);
            assertThat(firm.redeemCode(mail.linkId(), mail.code(), TestFirm.device())
                            .code())
                    .isEqualTo("link-claimed");
        }
        assertThat(firm.redeemCode(mail.linkId(), WRONG, TestFirm.device())
                        .body()
                        .path("attemptsLeft")
                        .asInt(-1))
                .isEqualTo(4);
    }

    @Test
    void wrongCodes_neverEndADeviceThatClaimedTheLink() {
        Mail mail = firm.mailed("c1", "r1");
        Answer session = firm.redeemCode(mail.linkId(), mail.code(), device);
        for (int i = 0; i < 7; i++) {
            assertThat(firm.redeemCode(mail.linkId(), WRONG, TestFirm.device()).status())
                    .isIn(401, 409);
        }
        assertThat(firm.me(session).status()).isEqualTo(200);
        assertThat(firm.redeemCode(mail.linkId(), mail.code(), device).text("/session/id"))
                .isEqualTo(session.text("/session/id"));
        assertThat(firm.redeem(mail.token(), device).status()).isEqualTo(200);
    }

    @Test
    @Tag("crowd")
    void ofFiftyGuessesAtOnce_atMostFiveAreJudged() {
        Mail mail = firm.signInMail(address);
        world.quietCalls();
        int before = world.calls().at("/kms/GenerateMac").asInt();
        List<Answer> answers = Race.of(50, runner -> firm.redeemCode(mail.linkId(), WRONG, TestFirm.device()));
        assertThat(world.calls().at("/kms/GenerateMac").asInt() - before).isLessThanOrEqualTo(5);
        assertThat(answers.stream().filter(answer -> answer.code().equals("invalid-code")))
                .hasSize(5);
        assertThat(answers)
                .allMatch(answer -> Set.of("invalid-code", "too-many-attempts", "link-expired")
                        .contains(answer.code()));
        assertThat(firm.redeem(mail.token(), device).code()).isEqualTo("link-expired");
    }

    @Test
    void theRightCodeTypedManyTimesAtOnce_isOneSession_andCostsNoTry() {
        Mail mail = firm.signInMail(address);
        List<Answer> answers = Race.of(4, runner -> firm.redeemCode(mail.linkId(), mail.code(), device));
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().map(answer -> answer.text("/session/id")).distinct())
                .hasSize(1);
        assertThat(firm.redeemCode(mail.linkId(), WRONG, TestFirm.device())
                        .body()
                        .path("attemptsLeft")
                        .asInt(-1))
                .isEqualTo(4);
    }

    @Test
    void aCodeThatCannotBeJudged_costsNoTry() {
        Mail mail = firm.signInMail(address);
        world.quietCalls();
        world.fault("kms", "GenerateMac", "KMSInternalException", 100, "before");
        for (int i = 0; i < 6; i++) {
            assertThat(firm.redeemCode(mail.linkId(), mail.code(), device).status())
                    .isEqualTo(503);
        }
        world.noFaults();
        assertThat(firm.redeemCode(mail.linkId(), mail.code(), device).status()).isEqualTo(200);
    }

    @Test
    void triesThatAnOutageLost_comeBackAfterAMinute_andWrongOnesDont() {
        Mail mail = firm.signInMail(address);
        firm.redeemCode(mail.linkId(), WRONG, device);
        firm.settled();
        world.fault("dynamodb", "TransactWriteItems", "InternalServerError", 1000, "after");
        assertThat(Race.of(4, runner -> firm.redeemCode(mail.linkId(), mail.code(), device)))
                .extracting(Answer::status)
                .containsOnly(503);
        world.noFaults();
        Answer allTaken = firm.redeemCode(mail.linkId(), mail.code(), device);
        assertThat(allTaken.code()).isEqualTo("too-many-attempts");
        assertThat(allTaken.headers().firstValue("Retry-After")).contains("60");
        world.clock(60);
        Answer wrong = firm.redeemCode(mail.linkId(), WRONG, device);
        assertThat(wrong.body().path("attemptsLeft").asInt(-1)).isEqualTo(3);
        assertThat(firm.redeemCode(mail.linkId(), mail.code(), device).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s%s", "%s-%s ", "%s\u2013%s", "%s\u2011%s", " %s\u00A0%s", "%s--%s", "\u200B%s%s\r\n"})
    void theCode_asPeopleTypeOrPasteIt_isTaken(String typed) {
        Mail mail = firm.mailed("c1", "r1");
        String[] halves = mail.code().toLowerCase(Locale.ROOT).split("-", -1);
        assertThat(firm.redeemCode(mail.linkId(), typed.formatted(halves[0], halves[1]), device)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theCodeOfAnotherLink_isWrong_andAnUnknownLinkIsNotFound() {
        Mail mine = firm.mailed("c1", "r1");
        Mail other = firm.mailed("c1", "r2");
        assertThat(firm.redeemCode(mine.linkId(), other.code(), device).code()).isEqualTo("invalid-code");
        String unknown = mine.linkId().substring(0, mine.linkId().length() - 3) + "AAA";
        assertThat(firm.redeemCode(unknown, mine.code(), device).status()).isEqualTo(404);
        assertThat(firm.redeemCode("x".repeat(60), mine.code(), device).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "AAAA", "AAAA-AAA", "AAAA-AAAAA", "AAAA+AAAA", "AAAA_AAAA", "AAAA-AAAÄ", "AAA\u00c4-AAAA"})
    void whatHasNotTheFormOfACode_isABadRequest_andCostsNoTry(String code) {
        Mail mail = firm.mailed("c1", "r1");
        assertThat(firm.redeemCode(mail.linkId(), code, device).code()).isEqualTo("invalid-request");
        assertThat(firm.redeemCode(mail.linkId(), WRONG, device)
                        .body()
                        .path("attemptsLeft")
                        .asInt(-1))
                .isEqualTo(4);
    }

    @Test
    void aTokenAndACodeTogether_orOneWithoutItsOther_isABadRequest() {
        Mail mail = firm.mailed("c1", "r1");
        for (Map<String, String> body : List.of(
                Map.of("token", mail.token(), "linkId", mail.linkId(), "code", mail.code(), "deviceSecret", device),
                Map.of("linkId", mail.linkId(), "deviceSecret", device),
                Map.of("code", mail.code(), "deviceSecret", device),
                Map.of("linkId", mail.linkId(), "code", mail.code()),
                Map.of("deviceSecret", device))) {
            assertThat(world.api().post("/v1/magic-links/redeem", body).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void codes_areNeverTheSame_andHaveNoCharacterThatLooksLikeAnother() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 15; i++) {
            String code = firm.mailed("c1", "r" + i).code();
            assertThat(code).matches("[^01ILOU]*");
            assertThat(codes.add(code)).isTrue();
        }
    }
}
