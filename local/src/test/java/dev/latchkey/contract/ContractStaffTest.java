package dev.latchkey.contract;

import static dev.latchkey.contract.Sample.spoilt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contract.Contract.Result;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker must be seen to object where staff send links and let mail go out again. */
class ContractStaffTest {

    private static final String SEND = "/v1/firms/acme/contacts/c4/magic-links";
    private static final String RESUME = "/v1/firms/acme/contacts/c4/portal-access/resume-mail";

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'email':'c4@example.com'}", "{'reason':'was full'}", "{'reason':'äöü'}"})
    void resumingMail_maySayWhichAddressAndWhy(String body) {
        assertThat(resumed(body).requestViolations()).isEmpty();
        assertThat(resumed(body).replyViolations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{'reason':'no'}",
                "{'reason':''}",
                "{'reason':null}",
                "{'reason':7}",
                "{'email':'nobody'}",
                "{'email':null}",
                "{'contactId':'c4'}"
            })
    void resumingMailInAnotherForm_isARequestViolation(String body) {
        assertThat(resumed(body).requestViolations()).isNotEmpty();
    }

    @Test
    void aReason_hasFiveHundredCharactersAtMost() {
        assertThat(resumed("{'reason':'" + "r".repeat(500) + "'}").requestViolations())
                .isEmpty();
        assertThat(resumed("{'reason':'" + "r".repeat(501) + "'}").requestViolations())
                .isNotEmpty();
    }

    @Test
    void resumingMail_needsABearer_andAWellFormedKey() {
        assertThat(resume(sample -> sample.askedHeaders.remove("Authorization")).requestViolations())
                .isNotEmpty();
        assertThat(resume(sample -> sample.askedHeaders.put("Idempotency-Key", List.of("k-1")))
                        .requestViolations())
                .isEmpty();
        assertThat(resume(sample -> sample.askedHeaders.put("Idempotency-Key", List.of("two words")))
                        .requestViolations())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/undeliverable | true",
                "/undeliverable | ",
                "/undeliverable | 'false'",
                "/contactId     | ",
                "/email         | ",
                "/email         | 'nobody'",
                "/reason        | 'was full'"
            })
    void anAddressThatStillCarriesItsMark_isObjectedTo(String pointer, @Nullable String json) {
        assertThat(resume(sample -> sample.set(pointer, json == null ? null : json.replace('\'', '"')))
                        .replyViolations())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "no-address, 0, 0",
        "idempotency-key-reused, 0, 0",
        "address-undeliverable, 0, 1",
        "email-required, 1, 0",
        "password-rejected, 1, 1"
    })
    void whatCannotBeDone_hasTheCodesOfItsRoute(String code, int sending, int resuming) {
        assertThat(problem(SEND, 422, code)).hasSize(sending);
        assertThat(problem(RESUME, 422, code)).hasSize(resuming);
    }

    @Test
    void tooManyRequests_areForSendingOnly_andSayWhenToTryAgain() {
        assertThat(problem(SEND, 429, "too-many-requests", "Retry-After", "1800"))
                .isEmpty();
        assertThat(problem(SEND, 429, "too-many-requests")).isNotEmpty();
        assertThat(problem(SEND, 429, "too-many-attempts", "Retry-After", "1800"))
                .isNotEmpty();
        assertThat(problem(RESUME, 429, "too-many-requests", "Retry-After", "1800"))
                .isNotEmpty();
    }

    private static List<String> problem(String path, int status, String code, String... header) {
        return resume(sample -> {
                    sample.path = path;
                    sample.problem(status, code);
                    for (int i = 0; i < header.length; i += 2) {
                        sample.answeredHeaders.put(header[i], List.of(header[i + 1]));
                    }
                })
                .replyViolations();
    }

    private static Result resumed(String body) {
        return resume(sample -> sample.asked = body.replace('\'', '"'));
    }

    private static Result resume(Consumer<Sample> spoil) {
        Consumer<Sample> good = sample -> {
            sample.path = RESUME;
            sample.asked = "{}";
            sample.askedHeaders.put("Authorization", List.of("Bearer a.b.c"));
            sample.answered = "{\"contactId\":\"c4\",\"email\":\"c4@example.com\",\"undeliverable\":false}";
        };
        return spoilt(good.andThen(spoil));
    }
}
