package dev.latchkey.contract;

import static dev.latchkey.contract.Sample.spoilt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contract.Contract.Result;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong request is told apart from a wrong reply, and may only be refused. */
class ContractRequestTest {

    private static final String SEND = "/v1/firms/acme/contacts/c1/magic-links";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "null",
                "{\"token\":1}",
                "{\"token\":null}",
                "{\"token\":\"short\"}",
                "{\"token\":\"xxxxxxxxxxxxxxxxxxxxxxx\\n\"}",
                "{\"token\":\"xxxxxxxxxxxxxxxxxxxxxxxxx\",\"more\":1}",
                "{\"token\":\"xxxxxxxxxxxxxxxxxxxxxxxxx\",\"token\":\"xxxxxxxxxxxxxxxxxxxxxxxxx\"}",
                "{\"token\":\"xxxxxxxxxxxxxxxxxxxxxxxxx\"} {}"
            })
    void aBodyThatTheContractForbids_isARequestViolation(String body) {
        refusedOnly(sample -> sample.asked = body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/jsonp",
                "application/json; charset=utf-16",
                "application/json, text/plain"
            })
    void anotherContentType_isARequestViolation(String type) {
        refusedOnly(sample -> sample.askedHeaders.put("Content-Type", List.of(type)));
    }

    @Test
    void aBodyOverSixteenKibibytes_isARequestViolation() {
        refusedOnly(sample -> sample.asked += " ".repeat(17_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;charset=UTF-8",
                "application/json;",
                "application/json; charset=utf8; profile=x"
            })
    void jsonInUtf8_isAllowed(String type) {
        assertThat(spoilt(sample -> sample.askedHeaders.put("Content-Type", List.of(type)))
                        .requestViolations())
                .isEmpty();
    }

    @Test
    void aStaffRoute_needsOneBearer() {
        assertThat(send(sample -> {}).requestViolations()).isEmpty();
        assertThat(send(sample -> sample.askedHeaders.remove("Authorization")).requestViolations())
                .isNotEmpty();
        assertThat(send(sample -> sample.askedHeaders.put("Authorization", List.of("Basic YQ==")))
                        .requestViolations())
                .isNotEmpty();
        assertThat(send(sample -> sample.askedHeaders.put("Authorization", List.of("Bearer a", "Bearer b")))
                        .requestViolations())
                .isNotEmpty();
    }

    @Test
    void pathAndHeaderParameters_areHeldToTheirForms() {
        assertThat(send(sample -> sample.path = SEND.replace("c1", "c1%23x")).requestViolations())
                .isNotEmpty();
        assertThat(key("k-1").requestViolations()).isEmpty();
        assertThat(key("two words").requestViolations()).isNotEmpty();
        assertThat(key("x".repeat(65)).requestViolations()).isNotEmpty();
    }

    /** Refusing it is fine; success is not. */
    private static void refusedOnly(Consumer<Sample> wrong) {
        Result refused = spoilt(wrong.andThen(sample -> sample.problem(404, "not-found")));
        assertThat(refused.requestViolations()).isNotEmpty();
        assertThat(refused.replyViolations()).isEmpty();
        Result accepted = spoilt(wrong);
        assertThat(accepted.replyViolations()).singleElement().asString().contains("forbids");
    }

    private static Result key(String key) {
        return send(sample -> sample.askedHeaders.put("Idempotency-Key", List.of(key)));
    }

    private static Result send(Consumer<Sample> spoil) {
        Consumer<Sample> good = sample -> {
            sample.path = SEND;
            sample.asked = "{\"requestId\":\"r1\",\"email\":\" C1@example.com\"}";
            sample.askedHeaders.put("Authorization", List.of("Bearer a.b.c"));
            sample.problem(404, "not-found");
        };
        return spoilt(good.andThen(spoil));
    }
}
