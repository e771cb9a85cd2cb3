package dev.latchkey.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.LocalClock;
import dev.latchkey.local.events.LocalQueue.Message;
import dev.latchkey.local.template.Queue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalQueueTest {

    private static final Queue SETTINGS = new Queue("Mail", Duration.ofSeconds(1), "Late", 3);

    private final List<String> late = new ArrayList<>();

    @TempDir
    Path data = Path.of("");

    @Test
    void whatIsDone_isGone_andWhatFailed_comesAgainUntilItIsMovedOn() throws InterruptedException {
        LocalQueue queue = queue();
        queue.send("bad");
        queue.send("good");
        List<Message> both = queue.receive(10);
        assertThat(both).extracting(Message::body).containsExactly("bad", "good");
        queue.settle(both, Set.of(both.getFirst().id()));
        for (int receive = 2; receive <= 3; receive++) {
            assertThat(late).isEmpty();
            List<Message> again = queue.receive(10);
            assertThat(again).extracting(Message::body).containsExactly("bad");
            assertThat(again).extracting(Message::receives).containsExactly(receive);
            queue.settle(again, Set.of(again.getFirst().id()));
        }
        assertThat(late).containsExactly("bad");
    }

    @Test
    void whatIsNotDone_isThereAgainAfterARestart() throws InterruptedException {
        LocalQueue first = queue();
        first.send("a");
        first.send("b");
        List<Message> one = first.receive(1);
        first.settle(one, Set.of());
        assertThat(queue().receive(10)).extracting(Message::body).containsExactly("b");
    }

    private LocalQueue queue() {
        return new LocalQueue(SETTINGS, new LocalClock(), new QueueFile(data), message -> late.add(message.body()));
    }
}
