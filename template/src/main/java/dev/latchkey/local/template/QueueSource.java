package dev.latchkey.local.template;

/**
 * A function that is fed from a queue.
 *
 * @param queue its logical id
 * @param batchSize how many messages an invocation has at most
 */
public record QueueSource(String functionId, String queue, int batchSize, boolean reportsItemFailures)
        implements Trigger {}
