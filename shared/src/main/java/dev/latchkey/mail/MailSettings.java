package dev.latchkey.mail;

import org.jspecify.annotations.Nullable;

/**
 * How mail is sent.
 *
 * @param fromAddress a verified address of the operator
 * @param configurationSet the mail service's configuration, which requires TLS and tracks nothing
 */
public record MailSettings(String fromAddress, @Nullable String configurationSet) {}
