package dev.latchkey.local.aws.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.aws.wire.AwsError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Making keys and taking them out of use. A key past its deletion date stays, still unusable. */
final class KeyLifecycle {
    private final KeyRing keys;
    private final InstantSource clock;

    KeyLifecycle(KeyRing keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    Map<String, Function<KmsRequest, ObjectNode>> operations() {
        return Map.of(
                "CreateKey", this::create,
                "CreateAlias", this::createAlias,
                "EnableKey", request -> setEnabled(request, true),
                "DisableKey", request -> setEnabled(request, false),
                "ScheduleKeyDeletion", this::scheduleDeletion,
                "CancelKeyDeletion", this::cancelDeletion);
    }

    private ObjectNode create(KmsRequest request) {
        KeySpec spec = KeySpec.named(request.text("KeySpec")
                .or(() -> request.text("CustomerMasterKeySpec"))
                .orElse("SYMMETRIC_DEFAULT"));
        String usage = request.text("KeyUsage").orElse("ENCRYPT_DECRYPT");
        if (!usage.equals(spec.usage().name())) {
            throw new AwsError("ValidationException", "KeyUsage " + usage + " is not compatible with KeySpec " + spec);
        }
        var key =
                new KmsKey(UUID.randomUUID().toString(), spec, KeyMaterial.generate(spec), clock.instant(), true, null);
        keys.change(contents -> contents.with(key));
        return KmsJson.object().set("KeyMetadata", key.metadata());
    }

    private ObjectNode createAlias(KmsRequest request) {
        String alias = request.required("AliasName");
        KmsKey key = keys.find(request.required("TargetKeyId")).requireNotPendingDeletion();
        if (!alias.matches("alias/[a-zA-Z0-9/_-]{1,250}") || alias.startsWith("alias/aws/")) {
            throw new AwsError("InvalidAliasNameException", "Alias must begin with alias/ and not with alias/aws/");
        }
        keys.change(contents -> {
            if (contents.aliases().containsKey(alias)) {
                throw new AwsError("AlreadyExistsException", "An alias with the name " + alias + " already exists");
            }
            return contents.withAlias(alias, key.id());
        });
        return KmsJson.object();
    }

    private ObjectNode setEnabled(KmsRequest request, boolean enabled) {
        KmsKey key = keys.find(request.required("KeyId"));
        change(key.id(), now -> now.requireNotPendingDeletion().enabled(enabled));
        return KmsJson.object();
    }

    private ObjectNode scheduleDeletion(KmsRequest request) {
        int days = request.number("PendingWindowInDays").orElse(30);
        if (days < 7 || days > 30) {
            throw KmsRequest.invalid("Value at 'pendingWindowInDays' must be 7 to 30");
        }
        KmsKey key = keys.find(request.required("KeyId"));
        Instant at = clock.instant().plus(Duration.ofDays(days));
        change(key.id(), now -> now.requireNotPendingDeletion().deletedAt(at));
        return KmsJson.object()
                .put("KeyId", key.arn())
                .put("DeletionDate", KmsJson.seconds(at))
                .put("KeyState", "PendingDeletion")
                .put("PendingWindowInDays", days);
    }

    private ObjectNode cancelDeletion(KmsRequest request) {
        KmsKey key = keys.find(request.required("KeyId"));
        change(key.id(), now -> {
            if (now.deletionAt() == null) {
                throw new AwsError("KMSInvalidStateException", now.arn() + " is not pending deletion.");
            }
            return now.deletedAt(null);
        });
        return KmsJson.object().put("KeyId", key.arn());
    }

    private void change(String id, Function<KmsKey, KmsKey> step) {
        keys.change(contents ->
                contents.with(step.apply(Objects.requireNonNull(contents.keys().get(id)))));
    }
}
