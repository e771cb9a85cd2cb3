package dev.latchkey.local.template;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An SQS queue.
 *
 * @param visibilityTimeout for how long a message is hidden that was handed out, and so the pause before it comes again
 * @param deadLetterQueue the queue that a message is moved to once it was handed out too often; null for none
 * @param maximumReceives how often that is
 */
public record Queue(
        String id, Duration visibilityTimeout, @Nullable String deadLetterQueue, int maximumReceives) {

    private static final int VISIBILITY_SECONDS = 30;
    private static final int MOST_RECEIVES = 1_000;

    static Queue read(Section resource) {
        Section properties = resource.section("Properties");
        Section redrive = properties.section("RedrivePolicy");
        return new Queue(
                resource.where(),
                Duration.ofSeconds(properties.number("VisibilityTimeout", VISIBILITY_SECONDS)),
                redrive.has("deadLetterTargetArn") ? redrive.resourceName("deadLetterTargetArn") : null,
                redrive.number("maxReceiveCount", MOST_RECEIVES));
    }
}
