package dev.latchkey.staff;

import java.net.URI;

/** The identity provider that staff sign in with: its issuer name, the audience it names us by, its keys' address. */
public record StaffIssuer(String issuer, String audience, URI keys) {}
