package dev.latchkey.local.aws.kms;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The keys that the product's template would make. Their ids never change here, so that configuration can name them. */
public enum WellKnownKeys {
    SIGNING("alias/latchkey-signing", KeySpec.RSA_2048, "7b0c0f5e-52c1-4f0e-9d3a-0f6a1c8e4b01"),
    SIGNING_EC("alias/latchkey-signing-ec", KeySpec.ECC_NIST_P256, "7b0c0f5e-52c1-4f0e-9d3a-0f6a1c8e4b02"),
    SECRETS("alias/latchkey-secrets", KeySpec.SYMMETRIC_DEFAULT, "7b0c0f5e-52c1-4f0e-9d3a-0f6a1c8e4b03"),
    CODES("alias/latchkey-codes", KeySpec.HMAC_256, "7b0c0f5e-52c1-4f0e-9d3a-0f6a1c8e4b04"),
    CURSORS("alias/latchkey-cursors", KeySpec.HMAC_256, "7b0c0f5e-52c1-4f0e-9d3a-0f6a1c8e4b05");

    private final String alias;
    private final KeySpec spec;
    private final String id;

    WellKnownKeys(String alias, KeySpec spec, String id) {
        this.alias = alias;
        this.spec = spec;
        this.id = id;
    }

    /** Its ARN here, where it never changes; refuses an alias that is none of theirs. */
    public static String arnOf(String alias) {
        return Stream.of(values())
                .filter(key -> key.alias.equals(alias))
                .map(key -> KmsKey.ARN_PREFIX + "key/" + key.id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no key goes by " + alias));
    }

    /** The name it goes by, here and on an emulator. */
    public String alias() {
        return alias;
    }

    /** As KMS calls it. */
    public String specification() {
        return spec.name();
    }

    /** As KMS calls it. */
    public String usage() {
        return spec.usage().name();
    }

    /** KMS turns no other kind of key by itself. */
    public boolean rotates() {
        return spec == KeySpec.SYMMETRIC_DEFAULT;
    }

    static KeyRing.Contents generate(Instant at) {
        return complete(KeyRing.Contents.empty(), at);
    }

    /** Adds those that are not there, because the product had no use for them when the others were made. */
    static KeyRing.Contents complete(KeyRing.Contents kept, Instant at) {
        var contents = kept;
        for (WellKnownKeys key : List.of(values())) {
            if (contents.keys().containsKey(key.id)) {
                continue;
            }
            contents = contents.with(new KmsKey(key.id, key.spec, KeyMaterial.generate(key.spec), at, true, null))
                    .withAlias(key.alias, key.id);
        }
        return contents;
    }
}
