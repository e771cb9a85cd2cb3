package dev.latchkey.session;

/**
 * The issuer and the audience of the access tokens.
 *
 * @param issuer {@code iss}, our public address without a trailing slash
 * @param audience {@code aud}, one string
 */
public record TokenIssuer(String issuer, String audience) {}
