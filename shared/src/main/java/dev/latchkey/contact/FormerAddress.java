package dev.latchkey.contact;

import java.time.Instant;

/** An address that was on a contact from then to then. */
public record FormerAddress(Email email, Instant since, Instant leftAt) {}
