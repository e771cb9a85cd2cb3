package dev.latchkey.functions;

import dev.latchkey.crypto.NotBefore;
import dev.latchkey.crypto.SigningAlgorithm;
import dev.latchkey.crypto.SigningKey;
import dev.latchkey.firm.Retention;
import dev.latchkey.mail.MailSettings;
import dev.latchkey.session.TokenIssuer;
import dev.latchkey.staff.StaffIdentityProvider;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The environment variables that template.yaml sets. Each is read when it is needed; a missing one is named. */
public record Environment(Map<String, String> variables) {

    String table() {
        return required("TABLE_NAME");
    }

    TokenIssuer issuer() {
        return new TokenIssuer(required("TOKEN_ISSUER"), required("TOKEN_AUDIENCE"));
    }

    SigningKey signingKey() {
        return new SigningKey(required("SIGNING_KEY"), SigningAlgorithm.valueOf(required("SIGNING_ALGORITHM")));
    }

    /** The ARN of the current key, then those of the other published keys, separated by commas. */
    List<String> publishedKeys() {
        return Stream.concat(
                        Stream.of(required("SIGNING_KEY")), listed(variables.getOrDefault("OTHER_SIGNING_KEYS", "")))
                .toList();
    }

    /** Anything issued earlier is invalid; empty if none is. */
    NotBefore notBefore() {
        String value = variables.getOrDefault("NOT_BEFORE", "");
        return value.isEmpty() ? NotBefore.NONE : new NotBefore(Instant.parse(value));
    }

    StaffIdentityProvider staffIdentityProvider() {
        return new StaffIdentityProvider(
                required("STAFF_ISSUER"),
                required("STAFF_AUDIENCE"),
                URI.create(required("STAFF_KEYS_URL")),
                Duration.ofHours(number("STAFF_TOKEN_LIFE")));
    }

    /** In days; the audit trail in years. */
    public Retention retention() {
        return new Retention(
                Duration.ofDays(number("TOMBSTONE_DAYS")),
                Duration.ofDays(number("ORPHAN_DAYS")),
                number("TRAIL_YEARS"));
    }

    /** The ARN of the MAC key for typed and recovery codes. */
    public String codesKey() {
        return required("CODES_KEY");
    }

    /** The ARN of the key that seals cursors of lists. */
    String cursorsKey() {
        return required("CURSORS_KEY");
    }

    /** The ARN of the key that encrypts authenticator secrets. */
    public String secretsKey() {
        return required("SECRETS_KEY");
    }

    public URI portal() {
        return URI.create(required("PORTAL_URL"));
    }

    /** Origins allowed to use the refresh cookie, as browsers write them, joined by commas. */
    List<String> allowedOrigins() {
        return listed(required("ALLOWED_ORIGINS")).toList();
    }

    public MailSettings mail() {
        String configurationSet = variables.getOrDefault("MAIL_CONFIGURATION_SET", "");
        return new MailSettings(required("MAIL_FROM"), configurationSet.isEmpty() ? null : configurationSet);
    }

    /** The URL of the breached-password range service; {@code null} if the operator wants none. */
    @Nullable
    public URI breachedPasswords() {
        String address = variables.getOrDefault("BREACHED_PASSWORDS_URL", "");
        return address.isEmpty() ? null : URI.create(address);
    }

    private static Stream<String> listed(String joined) {
        return Arrays.stream(joined.split(",", -1)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private int number(String name) {
        return Integer.parseInt(required(name));
    }

    private String required(String name) {
        String value = variables.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException("the environment lacks " + name);
        }
        return value;
    }
}
