package dev.latchkey.local.aws.kms;

import java.time.Instant;
import java.util.List;

/** The keys that the product's template would make. Their ids never change, so that configuration can name them. */
enum WellKnownKeys {
    SIGNING("alias/latchkey-signing", KeySpec.RSA_2048, "7b0c0f5e-52c1-4f0e-9d3a-0f6a1c8e4b01"),
    SIGNING_EC("alias/latchkey-signing-ec", KeySpec.ECC_NIST_P256, "7b0c0f5e-52c1-4f0e-9d3a-0f6a1c8e4b02"),
    SECRETS("alias/latchkey-secrets", KeySpec.SYMMETRIC_DEFAULT, "7b0c0f5e-52c1-4f0e-9d3a-0f6a1c8e4b03"),
    CODES("alias/latchkey-codes", KeySpec.HMAC_256, "7b0c0f5e-52c1-4f0e-9d3a-0f6a1c8e4b04");

    private final String alias;
    private final KeySpec spec;
    private final String id;

    WellKnownKeys(String alias, KeySpec spec, String id) {
        this.alias = alias;
        this.spec = spec;
        this.id = id;
    }

    static KeyRing.Contents generate(Instant at) {
        var contents = KeyRing.Contents.empty();
        for (WellKnownKeys key : List.of(values())) {
            contents = contents.with(new KmsKey(key.id, key.spec, KeyMaterial.generate(key.spec), at, true, null))
                    .withAlias(key.alias, key.id);
        }
        return contents;
    }
}
