package dev.latchkey.mail;

import org.jspecify.annotations.Nullable;

/**
 * How mail leaves.
 *
 * @param fromAddress a verified address of the operator
 * @param configurationSet the mail service's rules to send under, which require TLS and track nothing
 */
public record MailSettings(String fromAddress, @Nullable String configurationSet) {}
