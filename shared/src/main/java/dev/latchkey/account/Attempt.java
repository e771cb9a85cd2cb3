package dev.latchkey.account;

import dev.latchkey.attempts.AttemptBudget;
import dev.latchkey.attempts.FailedLogins;
import dev.latchkey.audit.Origin;

/** One attempt to log in, and where it counts. */
record Attempt(Credentials credentials, AttemptBudget budget, FailedLogins source, Origin origin) {}
