package dev.latchkey.local.aws.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.aws.wire.AwsError;
import java.security.KeyPair;
import java.time.Instant;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** One key and its state. {@code deletionAt} is there exactly while deletion is pending. */
record KmsKey(
        String id,
        KeySpec spec,
        KeyMaterial material,
        Instant createdAt,
        boolean enabled,
        @Nullable Instant deletionAt) {
    static final String ARN_PREFIX = "arn:aws:kms:eu-west-1:000000000000:";

    String arn() {
        return ARN_PREFIX + "key/" + id;
    }

    KmsKey enabled(boolean nowEnabled) {
        return new KmsKey(id, spec, material, createdAt, nowEnabled, deletionAt);
    }

    /** Pending deletion and the return from it both leave the key disabled, as in KMS. */
    KmsKey deletedAt(@Nullable Instant at) {
        return new KmsKey(id, spec, material, createdAt, false, at);
    }

    /** Refuses a key that is disabled, about to be deleted, or made for another purpose. */
    KmsKey usableFor(KeyUsage usage) {
        requireNotPendingDeletion();
        if (!enabled) {
            throw new AwsError("DisabledException", arn() + " is disabled.");
        }
        if (spec.usage() != usage) {
            throw new AwsError(
                    "InvalidKeyUsageException",
                    arn() + " key usage is " + spec.usage() + ", which is not " + usage + ".");
        }
        return this;
    }

    KmsKey requireNotPendingDeletion() {
        if (deletionAt != null) {
            throw new AwsError("KMSInvalidStateException", arn() + " is pending deletion.");
        }
        return this;
    }

    KeyPair pair() {
        return ((KeyMaterial.Pair) material).keys();
    }

    SecretKey secret() {
        return ((KeyMaterial.Secret) material).key();
    }

    String state() {
        if (deletionAt != null) {
            return "PendingDeletion";
        }
        return enabled ? "Enabled" : "Disabled";
    }

    ObjectNode metadata() {
        ObjectNode json = KmsJson.object()
                .put("AWSAccountId", "000000000000")
                .put("KeyId", id)
                .put("Arn", arn())
                .put("CreationDate", KmsJson.seconds(createdAt))
                .put("Enabled", enabled)
                .put("Description", "")
                .put("KeyUsage", spec.usage().name())
                .put("KeyState", state())
                .put("Origin", "AWS_KMS")
                .put("KeyManager", "CUSTOMER")
                .put("KeySpec", spec.name())
                .put("CustomerMasterKeySpec", spec.name())
                .put("MultiRegion", false);
        if (deletionAt != null) {
            json.put("DeletionDate", KmsJson.seconds(deletionAt));
        }
        spec.algorithms().forEach(json.putArray(spec.usage().algorithmsField())::add);
        return json;
    }
}
