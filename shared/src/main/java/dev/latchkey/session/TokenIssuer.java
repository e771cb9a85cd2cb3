package dev.latchkey.session;

/**
 * Whose access tokens these are and for whom.
 *
 * @param issuer {@code iss}, our public address without a trailing slash
 * @param audience {@code aud}, one string
 */
public record TokenIssuer(String issuer, String audience) {}
