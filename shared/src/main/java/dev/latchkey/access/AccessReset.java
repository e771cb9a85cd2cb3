package dev.latchkey.access;

import dev.latchkey.contact.Listed;
import java.util.List;

/**
 * What a reset came to.
 *
 * @param affected the contacts that share the account
 * @param sessionsEnded how many of its sessions stood
 */
public record AccessReset(List<Listed> affected, int sessionsEnded) {}
