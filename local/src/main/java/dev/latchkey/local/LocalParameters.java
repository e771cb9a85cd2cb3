package dev.latchkey.local;

import dev.latchkey.local.aws.LocalAws;
import dev.latchkey.local.table.LocalClients;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values that differ from a deployed stack: the template's parameters, what its resources are here, and where the SDK finds AWS. */
final class LocalParameters {
    static final String STAFF_AUDIENCE = "latchkey";

    private static final Map<String, String> KEYS = Map.of(
            "SigningKey", "alias/latchkey-signing",
            "SecretsKey", "alias/latchkey-secrets",
            "CodesKey", "alias/latchkey-codes");

    private final URI api;
    private final URI portal;

    LocalParameters(LocalSettings settings, URI api) {
        this.api = api;
        this.portal = settings.portal() == null ? api.resolve("/portal/") : settings.portal();
    }

    String issuer() {
        return api.resolve("/_local/idp").toString();
    }

    /** Parameters of the template that have another value here than by default. */
    Map<String, String> parameters() {
        return Map.of(
                "PublicUrl", api.toString(),
                "PortalUrl", portal.toString(),
                "AllowedOrigins", portal.getScheme() + "://" + portal.getRawAuthority(),
                "StaffIssuer", issuer(),
                "StaffAudience", STAFF_AUDIENCE,
                "StaffKeysUrl", api.resolve("/_local/idp/jwks.json").toString());
    }

    /** What {@code !Ref} and {@code !GetAtt} of the keys stand for. */
    static Map<String, String> attributes(LocalAws aws) {
        Map<String, String> attributes = new LinkedHashMap<>();
        KEYS.forEach((name, alias) -> {
            attributes.put(name, aws.keyArn(alias));
            attributes.put(name + ".Arn", aws.keyArn(alias));
        });
        return attributes;
    }

    /** What the Lambda service and the SDK's own variables add to the functions' environment. */
    static Map<String, String> sdk(URI awsEndpoint) {
        return Map.of(
                "AWS_REGION",
                LocalClients.REGION,
                "AWS_ACCESS_KEY_ID",
                "local",
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
