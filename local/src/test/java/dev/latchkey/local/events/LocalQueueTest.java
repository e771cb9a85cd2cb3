package dev.latchkey.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.template.QueueDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalQueueTest {
    private static final Duration HIDDEN = Duration.ofMinutes(3);

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final FailureQueue deadLetters = new FailureQueue();
    private final List<String> redriven = new ArrayList<>();
    private final LocalQueue queue =
            new LocalQueue(new QueueDefinition("Q", HIDDEN, 2, "D"), deadLetters, () -> now, redriven::add);

    @Test
    void whatWasReceived_isHiddenForTheVisibilityTimeout_andThenComesAgain() throws Exception {
        queue.send("a", "first");
        LocalQueue.Message message = queue.receive(10).getFirst();
        assertThat(message.receiveCount()).isEqualTo(1);
        now = now.plus(HIDDEN).minusMillis(1);
        queue.send("b", "second");
        assertThat(queue.receive(10)).extracting(LocalQueue.Message::id).containsExactly("b");
        now = now.plusMillis(1);
        assertThat(queue.receive(10)).singleElement().satisfies(again -> {
            assertThat(again.body()).isEqualTo("first");
            assertThat(again.receiveCount()).isEqualTo(2);
        });
    }

    @Test
    void whatWasDeleted_doesNotComeAgain() throws Exception {
        queue.send("a", "first");
        queue.delete(queue.receive(10).getFirst());
        now = now.plus(HIDDEN);
        queue.send("b", "second");
        assertThat(queue.receive(10)).extracting(LocalQueue.Message::id).containsExactly("b");
    }

    @Test
    void whatWasReceivedAsOftenAsItMay_goesToTheDeadLetterQueueWhenItWouldComeNext() throws Exception {
        queue.send("a", "first");
        queue.receive(10);
        now = now.plus(HIDDEN);
        queue.receive(10);
        assertThat(deadLetters.messages()).isEmpty();
        now = now.plus(HIDDEN);
        queue.send("b", "second");
        assertThat(queue.receive(10)).extracting(LocalQueue.Message::id).containsExactly("b");
        ObjectNode given = deadLetters.messages().getFirst();
        assertThat(given.path("destination").asText()).isEqualTo("D");
        assertThat(given.path("body").asText()).isEqualTo("first");
        assertThat(given.path("approximateReceiveCount").asInt()).isEqualTo(2);
        assertThat(redriven).containsExactly("a");
    }

    @Test
    void aBatch_hasNoMoreThanWasAskedFor() throws Exception {
        List.of("a", "b", "c").forEach(id -> queue.send(id, id));
        assertThat(queue.receive(2)).hasSize(2);
        assertThat(queue.receive(2)).hasSize(1);
    }
}
