package dev.latchkey.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.LocalClock;
import dev.latchkey.local.lambda.Functions;
import dev.latchkey.local.sample.SampleHandlers;
import dev.latchkey.local.template.SamTemplate;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("what the sample handlers noted")
class BusTest {
    private final LocalClock clock = new LocalClock();
    private final SamTemplate template =
            SamTemplate.read(SampleHandlers.TEMPLATE, SampleHandlers.PARAMETERS, SampleHandlers.ATTRIBUTES);
    private final Functions functions =
            Functions.of(template.functions(), (function, type) -> SampleHandlers.make(type));
    private final FailureQueue failures = new FailureQueue();
    private final QueueDriver queues = QueueDriver.start(template, functions, failures, clock, null);
    private final Bus bus = new Bus(template, queues, clock);
    private final Topic topic = new Topic(template, functions, failures);

    @BeforeEach
    void forget() {
        SampleHandlers.Directory.EVENTS.clear();
        SampleHandlers.Feedback.EVENTS.clear();
    }

    @AfterEach
    void close() {
        queues.close();
    }

    @Test
    void anEvent_reachesTheFunctionWithWhatTheBusAdds() throws Exception {
        Instant before = clock.instant();
        assertThat(bus.put(event("firm.upserted", "acme"))).isEqualTo(new Outcome.Taken());
        JsonNode taken = SampleHandlers.Directory.EVENTS.getFirst();
        assertThat(taken.at("/detail/firmId").asText()).isEqualTo("acme");
        assertThat(Instant.parse(taken.path("time").asText())).isBetween(before, clock.instant());
        assertThat(taken.path("region").asText()).isEqualTo("eu-west-1");
        assertThat(taken.path("id").asText()).isNotEmpty();
    }

    @Test
    void anEventThatMatchesNoRule_isUnwanted() throws Exception {
        assertThat(bus.put(event("invoice.paid", "acme"))).isEqualTo(new Outcome.Unwanted());
        assertThat(SampleHandlers.Directory.EVENTS).isEmpty();
    }

    @Test
    void anEventThatFailsAsOftenAsTheQueueSays_goesToTheDeadLetterQueueAsItIs() throws Exception {
        Outcome outcome = bus.put(event("firm.upserted", "refuse"));
        assertThat(outcome)
                .isEqualTo(new Outcome.GivenUp(
                        "DirectoryFunction", "java.lang.IllegalArgumentException", "refused on purpose"));
        assertThat(SampleHandlers.Directory.EVENTS).hasSize(2);
        JsonNode message = failures.messages().getFirst();
        assertThat(message.path("destination").asText()).isEqualTo("LostEvents");
        assertThat(message.path("approximateReceiveCount").asInt()).isEqualTo(2);
        assertThat(SampleHandlers.JSON
                        .readTree(message.path("body").asText())
                        .at("/detail/firmId")
                        .asText())
                .isEqualTo("refuse");
    }

    @Test
    void aTopicsMessage_reachesItsSubscriber() throws Exception {
        ObjectNode sns = SampleHandlers.JSON.createObjectNode();
        sns.putArray("Records").addObject().putObject("Sns").put("Message", "{}");
        assertThat(topic.publish(sns)).isEqualTo(new Outcome.Taken());
        assertThat(SampleHandlers.Feedback.EVENTS).containsExactly(sns);
    }

    @Test
    void aTopicsMessageThatIsRefused_isTriedAgainThenGivenUp() throws Exception {
        ObjectNode sns = SampleHandlers.JSON.createObjectNode().put("Message", "refuse");
        assertThat(topic.publish(sns))
                .isEqualTo(new Outcome.GivenUp(
                        "FeedbackFunction", "java.lang.IllegalArgumentException", "refused on purpose"));
        assertThat(SampleHandlers.Feedback.EVENTS).hasSize(2);
        JsonNode message = failures.messages().getFirst();
        assertThat(message.path("destination").asText()).isEqualTo("LostEvents");
        assertThat(message.at("/requestContext/condition").asText()).isEqualTo("RetriesExhausted");
        assertThat(message.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(2);
        assertThat(message.path("requestPayload")).isEqualTo(sns);
    }

    private static ObjectNode event(String type, String firm) {
        ObjectNode event =
                SampleHandlers.JSON.createObjectNode().put("source", "test").put("detail-type", type);
        event.putObject("detail").put("firmId", firm);
        return event;
    }
}
