package dev.latchkey.local.aws;

import java.net.URI;

/**
 * Somebody else's DynamoDB, KMS and SES, to be used in place of ours.
 *
 * @param accessKey what all calls there are made with; of twelve digits, it is the account with the common emulators
 */
public record Emulator(URI endpoint, String accessKey) {}
