package dev.latchkey.attempts;

/**
 * A try that was taken.
 *
 * @param failed how many were over by then, and had not succeeded
 * @param forgiven how many of those were forgiven
 */
public record Try(long failed, long forgiven) {}
