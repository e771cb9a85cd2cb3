package dev.latchkey.throttling;

/**
 * A reserved attempt, and what was read of the budget at that time.
 *
 * @param failed how many attempts were finished without success
 * @param forgiven how many of those were forgiven
 */
public record Reservation(long failed, long forgiven) {}
