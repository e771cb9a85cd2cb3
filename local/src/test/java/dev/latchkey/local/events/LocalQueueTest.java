package dev.latchkey.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.LocalClock;
import dev.latchkey.local.events.LocalQueue.Message;
import dev.latchkey.local.template.QueueDefinition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalQueueTest {
    private static final Duration HIDDEN = Duration.ofDays(30);

    private final LocalClock clock = new LocalClock();
    private final List<Message> movedOn = new ArrayList<>();

    @TempDir
    Path data = Path.of("");

    @Test
    void whatFailed_comesAgain_untilItWasReceivedAsOftenAsItMay() throws Exception {
        LocalQueue queue = queue("D", 2);
        queue.send("a", "first");
        queue.failed(queue.receive(10).getFirst());
        assertThat(movedOn).isEmpty();
        Message again = queue.receive(10).getFirst();
        assertThat(again).isEqualTo(new Message("a", "first", 2));
        queue.failed(again);
        assertThat(movedOn).containsExactly(again);
        queue.send("b", "second");
        assertThat(queue.receive(10)).extracting(Message::id).containsExactly("b");
    }

    @Test
    void whatFailedTwice_isHiddenUntilTheClockIsMovedOn_andWithoutADeadLetterQueueItIsNeverMovedOn() throws Exception {
        LocalQueue queue = queue(null, 2);
        queue.send("a", "first");
        queue.failed(queue.receive(10).getFirst());
        queue.failed(queue.receive(10).getFirst());
        Message third = queue.receive(10).getFirst();
        Thread hidden = Thread.ofVirtual().start(() -> fail(queue, third));
        queue.send("b", "second");
        assertThat(queue.receive(10)).extracting(Message::id).containsExactly("b");
        assertThat(hidden.join(Duration.ofMillis(300))).isFalse();
        clock.setOffset(HIDDEN);
        hidden.join();
        assertThat(queue.receive(10)).containsExactly(new Message("a", "first", 4));
        assertThat(movedOn).isEmpty();
    }

    @Test
    void whatWasDeletedOrPurged_doesNotComeAgain_evenIfItFails() throws Exception {
        LocalQueue queue = queue("D", 9);
        List.of("a", "b", "c").forEach(id -> queue.send(id, id));
        List<Message> batch = queue.receive(3);
        queue.delete(batch.getFirst());
        queue.purge(id -> id.equals("b"));
        for (Message message : batch) {
            queue.failed(message);
        }
        assertThat(queue.receive(10)).extracting(Message::id).containsExactly("c");
    }

    @Test
    void aBatch_hasNoMoreThanWasAskedFor() throws Exception {
        LocalQueue queue = queue("D", 2);
        List.of("a", "b", "c").forEach(id -> queue.send(id, id));
        assertThat(queue.receive(2)).hasSize(2);
        assertThat(queue.receive(2)).hasSize(1);
    }

    @Test
    void whatIsNotDone_isThereAgainAfterARestart() throws Exception {
        LocalQueue first = queue("D", 2);
        first.send("a", "first");
        first.send("b", "second");
        first.delete(first.receive(1).getFirst());
        assertThat(queue("D", 2).receive(10)).extracting(Message::body).containsExactly("second");
    }

    private static void fail(LocalQueue queue, Message message) {
        try {
            queue.failed(message);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private LocalQueue queue(@Nullable String deadLetterQueue, int maxReceiveCount) {
        QueueDefinition settings = new QueueDefinition("Q", HIDDEN, maxReceiveCount, deadLetterQueue);
        return new LocalQueue(settings, clock, new QueueFile(data), movedOn::add);
    }
}
