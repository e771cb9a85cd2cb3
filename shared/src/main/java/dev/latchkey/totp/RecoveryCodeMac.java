package dev.latchkey.totp;

import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Digest;
import dev.latchkey.crypto.Kms;
import dev.latchkey.firm.FirmId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes the tags of recovery codes and temporary codes. The key for one authenticator is derived by a key that never
 * leaves KMS. So nobody can try guesses against a copy of the table, and one call serves all ten codes.
 */
public final class RecoveryCodeMac {

    private final Kms kms;
    private final String keyArn;

    public RecoveryCodeMac(Kms kms, String keyArn) {
        this.kms = kms;
        this.keyArn = keyArn;
    }

    /** Makes no call yet. */
    public Tagger of(FirmId firm, Principal account, String authenticator) {
        String text = String.join("\n", "recovery codes", firm.value(), account.value(), authenticator);
        return new Tagger(() -> kms.mac(keyArn, text));
    }

    /** Computes the tags of one authenticator's codes. It lives as long as a request. */
    public static final class Tagger {

        private final Supplier<String> derive;
        private @Nullable String key;

        Tagger(Supplier<String> derive) {
            this.derive = derive;
        }

        /** The first call costs one KMS GenerateMac. */
        public String tag(RecoveryCode code) {
            String known = key == null ? derive.get() : key;
            key = known;
            return Digest.hmac(known, code.value());
        }
    }
}
