package dev.latchkey.local.template;

/**
 * A function that takes from a queue.
 *
 * @param maximumConcurrency how many batches it may have at once
 */
public record QueueSource(
        String functionId, String queueId, int batchSize, int maximumConcurrency, boolean reportsItemFailures)
        implements Trigger {}
