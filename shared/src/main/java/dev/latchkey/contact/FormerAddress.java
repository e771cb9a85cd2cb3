package dev.latchkey.contact;

import java.time.Instant;

/** An address that a contact had, and when. */
public record FormerAddress(Email email, Instant since, Instant leftAt) {}
