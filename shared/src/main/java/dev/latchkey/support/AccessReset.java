package dev.latchkey.support;

import dev.latchkey.contact.ContactSummary;
import java.util.List;

/**
 * The result of a reset.
 *
 * @param affected contacts that share the account; the one that staff acted on comes first
 * @param affectedCount how many contacts share the account
 * @param sessionsEnded how many active sessions ended
 */
public record AccessReset(List<ContactSummary> affected, long affectedCount, int sessionsEnded) {}
