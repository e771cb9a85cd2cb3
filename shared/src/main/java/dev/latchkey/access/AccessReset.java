package dev.latchkey.access;

import dev.latchkey.contact.ContactSummary;
import java.util.List;

/**
 * What a reset came to.
 *
 * @param affected contacts that share the account, the one that staff acted on first
 * @param affectedCount how many share it
 * @param sessionsEnded how many of its sessions stood
 */
public record AccessReset(List<ContactSummary> affected, long affectedCount, int sessionsEnded) {}
