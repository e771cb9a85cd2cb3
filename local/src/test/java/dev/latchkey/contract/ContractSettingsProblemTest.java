package dev.latchkey.contract;

import static dev.latchkey.contract.ContractSettingsTest.set;
import static dev.latchkey.contract.ContractSettingsTest.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checker must be seen to object where the reading or the change of settings is refused in another way than written. */
class ContractSettingsProblemTest {

    @ParameterizedTest
    @CsvSource({
        "401, invalid-token, GET PUT",
        "403, forbidden, GET PUT",
        "403, login-off, none",
        "403, plan-does-not-allow, none",
        "404, not-found, GET PUT",
        "409, version-mismatch, none",
        "412, version-mismatch, PUT",
        "412, precondition-required, none",
        "413, payload-too-large, PUT",
        "415, unsupported-media-type, PUT",
        "422, plan-does-not-allow, none",
        "428, precondition-required, PUT",
        "428, version-mismatch, none",
        "429, too-many-requests, none",
        "500, internal-error, GET PUT"
    })
    void eachHasItsOwnProblems(int status, String code, String methods) {
        for (String method : List.of("GET", "PUT")) {
            List<String> replies =
                    settings(method, ContractAccountsTest.refusal(status, code)).replyViolations();
            assertThat(replies.isEmpty()).as(method + replies).isEqualTo(methods.contains(method));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/plan          | 'BUSINESS'                       | 0",
                "/requiredPlans | ['ENTERPRISE']                   | 0",
                "/plan          |                                  | 1",
                "/plan          | 'FREE'                           | 1",
                "/plan          | null                             | 1",
                "/requiredPlans |                                  | 1",
                "/requiredPlans | []                               | 1",
                "/requiredPlans | 'BUSINESS'                       | 1",
                "/requiredPlans | ['BUSINESS','PLATINUM']          | 1",
                "/requiredPlan  | 'BUSINESS'                       | 1",
                "/code          | 'forbidden'                      | 1"
            })
    void aPlanThatDoesNotAllowTheMode_isNamed_andSoAreThoseThatDo(
            String pointer, @Nullable String json, int objections) {
        List<String> replies = settings("PUT", planDoesNotAllow().andThen(sample -> set(sample, pointer, json)))
                .replyViolations();
        assertThat(replies.isEmpty()).as(replies.toString()).isEqualTo(objections == 0);
        assertThat(settings("GET", planDoesNotAllow()).replyViolations()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"403, forbidden", "412, version-mismatch", "428, precondition-required"})
    void noOtherProblem_tellsThePlan_orTheVersionThatCounts(int status, String code) {
        for (String member : List.of("plan", "version", "accessMode")) {
            Consumer<Sample> more = sample -> sample.set("/" + member, "\"TEAM\"");
            assertThat(settings(
                                    "PUT",
                                    ContractAccountsTest.refusal(status, code).andThen(more))
                            .replyViolations())
                    .as(member)
                    .isNotEmpty();
        }
    }

    private static Consumer<Sample> planDoesNotAllow() {
        return sample -> {
            sample.problem(403, "plan-does-not-allow");
            sample.set("/plan", "\"TEAM\"");
            sample.set("/requiredPlans", "[\"BUSINESS\",\"ENTERPRISE\"]");
        };
    }
}
