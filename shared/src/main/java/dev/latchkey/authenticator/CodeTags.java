package dev.latchkey.authenticator;

import dev.latchkey.contact.Holder;
import dev.latchkey.crypto.Digest;
import dev.latchkey.crypto.Kms;
import dev.latchkey.firm.FirmId;

/**
 * Tags recovery codes and temporary codes. The key for the tags of one authenticator is derived by a key that never leaves
 * KMS, so a copy of the table has nothing to try guesses against, and one call serves all ten codes.
 */
public final class CodeTags {

    private final Kms kms;
    private final String keyArn;

    public CodeTags(Kms kms, String keyArn) {
        this.kms = kms;
        this.keyArn = keyArn;
    }

    /** Costs one KMS GenerateMac. */
    public Tagger of(FirmId firm, Holder account, String authenticator) {
        return new Tagger(
                kms.mac(keyArn, String.join("\n", "recovery codes", firm.value(), account.value(), authenticator)));
    }

    /** Tags the codes of one authenticator. It lives as long as a request. */
    public record Tagger(String key) {

        public String tag(RecoveryCode code) {
            return Digest.hmac(key, code.value());
        }

        /** Hides the key. */
        @Override
        public String toString() {
            return "Tagger";
        }
    }
}
