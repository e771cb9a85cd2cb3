package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.latchkey.contract.Contract.Result;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract's own examples are good exchanges, and leave out nothing that can be sent or answered. */
class ExamplesTest {

    private static final String TEXT = Documents.text(Documents.CONTRACT);
    private static final JsonNode DOCUMENT = Documents.plain(TEXT);
    private static final Contract CONTRACT = new Contract(TEXT);

    static Stream<Example> examples() {
        return new Examples(DOCUMENT).all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExample_isAGoodExchange(Example example) {
        Result result = CONTRACT.judge(example.exchange(DOCUMENT));
        assertThat(result.requestViolations()).isEmpty();
        assertThat(result.replyViolations()).isEmpty();
    }

    @Test
    void everyReplyThatIsListed_hasAnExample() {
        Outcomes outcomes = new Outcomes(DOCUMENT);
        Set<Outcome> listed = new TreeSet<>(outcomes.listed());
        listed.removeAll(Set.of(Outcomes.NO_SUCH_PATH, Outcomes.NO_SUCH_METHOD));
        Set<Outcome> shown = new TreeSet<>();
        examples().forEach(example -> outcomes.of(example.exchange(DOCUMENT)).ifPresent(shown::add));
        assertThat(shown).containsExactlyElementsOf(listed);
    }

    @Test
    void everyRequestBody_everyParameter_andEveryHeader_hasAnExampleThatFits() {
        DOCUMENT.findValues("requestBody")
                .forEach(body -> body.path("content")
                        .forEach(type -> assertThat(type.has("example") || type.has("examples"))
                                .as("an example of " + type)
                                .isTrue()));
        assertThat(described().toList()).hasSizeGreaterThan(25).allSatisfy(ExamplesTest::fits);
    }

    /** The parameters, those of operations and those that operations share, and the headers of replies. */
    private static Stream<JsonNode> described() {
        Stream<JsonNode> own = DOCUMENT.findValues("parameters").stream().flatMap(JsonNode::valueStream);
        Stream<JsonNode> headers = DOCUMENT.findValues("headers").stream().flatMap(JsonNode::valueStream);
        return Stream.concat(own, headers).filter(one -> !one.has("$ref"));
    }

    private static void fits(JsonNode described) {
        JsonNode constant = described.at("/schema/const");
        JsonNode example = constant.isMissingNode() ? described.path("example") : constant;
        assertThat(example.isMissingNode()).as("no example: " + described).isFalse();
        ObjectNode schema = described.withObject("/schema").deepCopy();
        schema.set("components", DOCUMENT.path("components"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(example))
                .as(described.toString())
                .isEmpty();
    }
}
