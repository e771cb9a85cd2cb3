package dev.latchkey.staff;

import java.net.URI;
import java.time.Duration;

/**
 * The identity provider that staff sign in with.
 *
 * @param issuer its name, as it stands in {@code iss}
 * @param audience by which it names us
 * @param keys where it publishes its keys
 * @param tokenLife for how long a token may be made, and so how old it may be
 */
public record StaffIdentityProvider(String issuer, String audience, URI keys, Duration tokenLife) {}
