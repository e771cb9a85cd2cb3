package dev.latchkey.local;

import dev.latchkey.local.aws.ses.MailNames;
import dev.latchkey.local.table.LocalClients;
import java.net.URI;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The values that differ from a deployed stack: the template's parameters, what its resources are here, and where the
 * SDK finds AWS.
 */
final class LocalParameters {
    static final String STAFF_AUDIENCE = "latchkey";

    private final URI api;
    private final URI portal;
    private final String signing;

    LocalParameters(LocalSettings settings, URI api) {
        this.api = api;
        this.portal = settings.portal() == null ? api.resolve("/portal/") : settings.portal();
        this.signing = settings.signing();
    }

    /** Where the API is, or would be, by the settings. */
    static URI api(LocalSettings settings) {
        return URI.create("http://" + settings.address().getHostAddress() + ":" + settings.port());
    }

    String issuer() {
        return api.resolve("/_local/idp").toString();
    }

    /** Parameters of the template that have another value here than by default. */
    Map<String, String> parameters() {
        return Map.ofEntries(
                Map.entry("Issuer", api.toString()),
                Map.entry("PortalUrl", portal.toString()),
                Map.entry("AllowedOrigins", portal.getScheme() + "://" + portal.getRawAuthority()),
                Map.entry("StaffIssuer", issuer()),
                Map.entry("StaffAudience", STAFF_AUDIENCE),
                Map.entry("StaffKeysUrl", api.resolve("/_local/idp/jwks.json").toString()),
                Map.entry("SigningAlgorithm", signing),
                Map.entry("DirectoryBus", "directory"),
                Map.entry("MailFrom", MailNames.FROM),
                Map.entry("MailDomain", MailNames.DOMAIN),
                Map.entry(
                        "BreachedPasswordsUrl", api.resolve("/_local/breached").toString()),
                Map.entry("Release", "local"));
    }

    /** What {@code !Ref} and {@code !GetAtt} of the keys stand for. */
    Map<String, String> attributes(UnaryOperator<String> keyArn) {
        String alias = signing.equals("ES256") ? "alias/latchkey-signing-ec" : "alias/latchkey-signing";
        return Map.of(
                "SigningKey", keyArn.apply(alias),
                "SigningKey.Arn", keyArn.apply(alias),
                "SecretsKey.Arn", keyArn.apply("alias/latchkey-secrets"),
                "CodesKey.Arn", keyArn.apply("alias/latchkey-codes"),
                "CursorsKey.Arn", keyArn.apply("alias/latchkey-cursors"),
                "MailRules", MailNames.RULES);
    }

    /**
     * What the Lambda service and the SDK's own variables add to a caller's environment.
     *
     * @param caller its access key id: a function's logical id, or any other word for an operator
     */
    static Map<String, String> sdk(URI awsEndpoint, String caller) {
        return Map.of(
                "AWS_REGION",
                LocalClients.REGION,
                "AWS_ACCESS_KEY_ID",
                caller,
                "AWS_SECRET_ACCESS_KEY",
                "local",
                "AWS_ENDPOINT_URL_DYNAMODB",
                awsEndpoint.toString(),
                "AWS_ENDPOINT_URL_KMS",
                awsEndpoint.toString(),
                "AWS_ENDPOINT_URL_SES",
                awsEndpoint.toString());
    }
}
