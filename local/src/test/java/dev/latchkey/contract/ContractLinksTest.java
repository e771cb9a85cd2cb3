package dev.latchkey.contract;

import static dev.latchkey.contract.Sample.spoilt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contract.Contract.Result;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker must be seen to object where a client asks for a link, and where it would tell too much. */
class ContractLinksTest {

    private static final String ASK = "/v1/firms/acme/magic-links";
    private static final String RENEW = "/v1/magic-links/renew";

    @ParameterizedTest
    @ValueSource(strings = {ASK, RENEW})
    void theAnswerIsAccepted_andNothingElse(String path) {
        assertThat(asked(path, sample -> {}).replyViolations()).isEmpty();
        for (String other : new String[] {"{}", "{'status':'SENT'}", "{'status':'ACCEPTED','mails':1}"}) {
            assertThat(asked(path, sample -> sample.answered = other.replace('\'', '"'))
                            .replyViolations())
                    .as(other)
                    .isNotEmpty();
        }
        assertThat(asked(path, sample -> sample.status = 200).replyViolations()).isNotEmpty();
    }

    @Test
    void anUnknownFirmIsToldApart_anUnknownTokenIsNot() {
        assertThat(asked(ASK, sample -> sample.problem(404, "not-found")).replyViolations())
                .isEmpty();
        assertThat(asked(RENEW, sample -> sample.problem(404, "not-found")).replyViolations())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "410, link-expired",
        "409, link-claimed",
        "422, no-address",
        "422, address-undeliverable",
        "401, invalid-token",
        "403, forbidden",
        "429, too-many-attempts"
    })
    void aProblemThatTellsWhoIsAClient_isObjectedTo(int status, String code) {
        for (String path : List.of(ASK, RENEW)) {
            assertThat(asked(path, sample -> {
                                sample.problem(status, code);
                                sample.answeredHeaders.put("Retry-After", List.of("60"));
                            })
                            .replyViolations())
                    .as(path)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ASK, RENEW})
    void tooManyRequests_saysWhenToTryAgain(String path) {
        Consumer<Sample> tooMany = sample -> sample.problem(429, "too-many-requests");
        assertThat(asked(path, tooMany).replyViolations()).isNotEmpty();
        assertThat(asked(path, tooMany.andThen(sample -> sample.answeredHeaders.put("Retry-After", List.of("1800"))))
                        .replyViolations())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'email':''}",
                "{'email':7}",
                "{'email':'nobody'}",
                "{'email':'a@example.com, b@example.com'}",
                "{'email':'Anna <a@example.com>'}",
                "{'email':'a@example.com','requestId':'r1'}"
            })
    void anAddressThatIsNone_isARequestViolation(String body) {
        Result accepted = asked(ASK, sample -> sample.asked = body.replace('\'', '"'));
        assertThat(accepted.requestViolations()).isNotEmpty();
        assertThat(accepted.replyViolations()).singleElement().asString().contains("forbids");
    }

    @Test
    void renewing_takesNoAddress() {
        Result accepted =
                asked(RENEW, sample -> sample.asked = Sample.changed(Sample.ASKED, "/email", "\"a@example.com\""));
        assertThat(accepted.requestViolations()).isNotEmpty();
    }

    private static Result asked(String path, Consumer<Sample> spoil) {
        Consumer<Sample> good = sample -> {
            sample.path = path;
            if (path.equals(ASK)) {
                sample.asked = "{\"email\":\" C1@Example.com\"}";
            }
            sample.status = 202;
            sample.answered = path.equals(ASK)
                    ? "{\"status\":\"ACCEPTED\",\"linkId\":\"acme.~" + "A".repeat(22) + "." + "B".repeat(44) + "\"}"
                    : "{\"status\":\"ACCEPTED\"}";
        };
        return spoilt(good.andThen(spoil));
    }
}
