package dev.latchkey.throttling;

/**
 * A try that was taken.
 *
 * @param failed how many were over by then, and had not succeeded
 * @param forgiven how many of those were forgiven
 */
public record Reservation(long failed, long forgiven) {}
