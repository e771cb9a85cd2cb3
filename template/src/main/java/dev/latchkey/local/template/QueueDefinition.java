package dev.latchkey.local.template;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A queue of the template.
 *
 * @param visibilityTimeout how long a message that was received is kept from others
 * @param maxReceiveCount how often a message is received before it goes to the dead-letter queue
 * @param deadLetterQueue null where none was named; then a message comes back for ever
 */
public record QueueDefinition(
        String id,
        Duration visibilityTimeout,
        int maxReceiveCount,
        @Nullable String deadLetterQueue) {
    private static final int SQS_VISIBILITY_SECONDS = 30;

    static QueueDefinition read(Section queue) {
        Section properties = queue.section("Properties");
        Section redrive = properties.section("RedrivePolicy");
        return new QueueDefinition(
                queue.where(),
                Duration.ofSeconds(properties.number("VisibilityTimeout", SQS_VISIBILITY_SECONDS)),
                redrive.number("maxReceiveCount", Integer.MAX_VALUE),
                redrive.has("deadLetterTargetArn") ? redrive.resourceName("deadLetterTargetArn") : null);
    }
}
