package dev.latchkey.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.latchkey.local.sample.SampleHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventPatternTest {
    private static final String EVENT = """
            {"source":"practice","detail-type":"firm.upserted","detail":{"firmId":"acme","version":3,"plan":null,
             "tags":["a","b"],"none":[],"archived":false}}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {}                                                      | true
                    {"detail-type":["contact.deleted","firm.upserted"]}     | true
                    {"detail-type":["contact.deleted"]}                     | false
                    {"source":["practice"],"detail":{"firmId":["birch"]}}   | false
                    {"detail":{"version":[3.0]}}                            | true
                    {"detail":{"version":["3"]}}                            | false
                    {"detail":{"plan":[null]}}                              | true
                    {"detail":{"archived":[false]}}                         | true
                    {"detail":{"tags":["b"]}}                               | true
                    {"detail":{"none":[{"exists":false}]}}                  | true
                    {"detail":{"firmId":[{"prefix":"ac"}]}}                 | true
                    {"detail":{"firmId":[{"prefix":"b"}]}}                  | false
                    {"detail":{"firmId":[{"suffix":"me"}]}}                 | true
                    {"detail":{"firmId":[{"equals-ignore-case":"ACME"}]}}   | true
                    {"detail":{"firmId":[{"exists":true}]}}                 | true
                    {"detail":{"firmId":[{"exists":false}]}}                | false
                    {"detail":{"other":[{"exists":false}]}}                 | true
                    {"detail":{"firmId":[{"anything-but":"acme"}]}}         | false
                    {"detail":{"firmId":[{"anything-but":["a","b"]}]}}      | true
                    {"detail":{"firmId":[{"anything-but":{"prefix":"ac"}}]}}| false
                    {"detail":{"other":[{"anything-but":"acme"}]}}          | false
                    """)
    void aPattern_matchesAsTheBusWould(String pattern, boolean matches) throws Exception {
        assertThat(pattern(pattern).matches(SampleHandlers.JSON.readTree(EVENT)))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"b\"}",
                "{\"a\":[{\"wildcard\":\"*\"}]}",
                "{\"a\":[{\"prefix\":\"a\",\"suffix\":\"b\"}]}"
            })
    void aPatternThatIsNotUnderstood_isRefused(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> pattern(pattern));
    }

    @Test
    void aFilterOfTheStream_looksIntoTypedValues() throws Exception {
        EventPattern filter = pattern("{\"dynamodb\":{\"NewImage\":{\"kind\":{\"S\":[\"mail\"]}}}}");
        assertThat(filter.matches(
                        SampleHandlers.JSON.readTree("{\"dynamodb\":{\"NewImage\":{\"kind\":{\"S\":\"mail\"}}}}")))
                .isTrue();
        assertThat(filter.matches(SampleHandlers.JSON.readTree("{\"dynamodb\":{\"OldImage\":{}}}")))
                .isFalse();
    }

    private static EventPattern pattern(String json) throws JsonProcessingException {
        return new EventPattern(SampleHandlers.JSON.readTree(json));
    }
}
