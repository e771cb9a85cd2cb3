package dev.latchkey.local.template;

/**
 * A function that is fed from a queue.
 *
 * @param queue its logical id
 * @param batchSize how many messages an invocation has at most
 * @param maximumConcurrency how many batches it may have at once
 */
public record QueueSource(
        String functionId, String queue, int batchSize, int maximumConcurrency, boolean reportsItemFailures)
        implements Trigger {}
