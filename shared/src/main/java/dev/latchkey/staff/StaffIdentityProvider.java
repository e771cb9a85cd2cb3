package dev.latchkey.staff;

import java.net.URI;
import java.time.Duration;

/**
 * The identity provider that staff sign in with.
 *
 * @param issuer its name in {@code iss}
 * @param audience our name in {@code aud}
 * @param keys where it publishes its keys
 * @param tokenLife the longest lifetime of a token
 */
public record StaffIdentityProvider(String issuer, String audience, URI keys, Duration tokenLife) {}
