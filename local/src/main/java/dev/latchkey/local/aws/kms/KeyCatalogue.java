package dev.latchkey.local.aws.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which keys there are. Lists come whole, never in pages. */
final class KeyCatalogue {
    private final KeyRing keys;

    KeyCatalogue(KeyRing keys) {
        this.keys = keys;
    }

    Map<String, Function<KmsRequest, ObjectNode>> operations() {
        return Map.of(
                "ListKeys", _ -> listKeys(),
                "ListAliases", this::listAliases,
                "DescribeKey", this::describe,
                "GetPublicKey", this::publicKey);
    }

    private ObjectNode listKeys() {
        ObjectNode reply = KmsJson.object().put("Truncated", false);
        var list = reply.putArray("Keys");
        keys.contents()
                .keys()
                .values()
                .forEach(key -> list.addObject().put("KeyId", key.id()).put("KeyArn", key.arn()));
        return reply;
    }

    private ObjectNode listAliases(KmsRequest request) {
        Optional<String> only =
                request.text("KeyId").map(name -> keys.find(name).id());
        ObjectNode reply = KmsJson.object().put("Truncated", false);
        var list = reply.putArray("Aliases");
        keys.contents().aliases().forEach((alias, id) -> {
            if (only.isEmpty() || only.get().equals(id)) {
                list.addObject()
                        .put("AliasName", alias)
                        .put("AliasArn", KmsKey.ARN_PREFIX + alias)
                        .put("TargetKeyId", id);
            }
        });
        return reply;
    }

    private ObjectNode describe(KmsRequest request) {
        return KmsJson.object()
                .set("KeyMetadata", keys.find(request.required("KeyId")).metadata());
    }

    private ObjectNode publicKey(KmsRequest request) {
        KmsKey key = keys.find(request.required("KeyId")).usableFor(KeyUsage.SIGN_VERIFY);
        ObjectNode reply = KmsJson.object()
                .put("KeyId", key.arn())
                .put("PublicKey", key.pair().getPublic().getEncoded())
                .put("KeySpec", key.spec().name())
                .put("CustomerMasterKeySpec", key.spec().name())
                .put("KeyUsage", key.spec().usage().name());
        key.spec().algorithms().forEach(reply.putArray("SigningAlgorithms")::add);
        return reply;
    }
}
