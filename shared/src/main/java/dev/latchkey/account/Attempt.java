package dev.latchkey.account;

import dev.latchkey.attempts.FailedLogins;
import dev.latchkey.audit.Origin;

/**
 * One attempt to log in.
 *
 * @param source whose failures it counts with, unless the device is known
 */
record Attempt(Credentials credentials, FailedLogins source, Origin origin) {}
