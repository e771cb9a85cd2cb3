package dev.latchkey.totp;

import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Digest;
import dev.latchkey.crypto.Kms;
import dev.latchkey.firm.FirmId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tags recovery codes and temporary codes. The key for the tags of one authenticator is derived by a key that never leaves
 * KMS, so a copy of the table has nothing to try guesses against, and one call serves all ten codes.
 */
public final class RecoveryCodeMac {

    private final Kms kms;
    private final String keyArn;

    public RecoveryCodeMac(Kms kms, String keyArn) {
        this.kms = kms;
        this.keyArn = keyArn;
    }

    /** Costs nothing yet. */
    public Tagger of(FirmId firm, Principal account, String authenticator) {
        String text = String.join("\n", "recovery codes", firm.value(), account.value(), authenticator);
        return new Tagger(() -> kms.mac(keyArn, text));
    }

    /** Tags the codes of one authenticator. It lives as long as a request. */
    public static final class Tagger {

        private final Supplier<String> derive;
        private @Nullable String key;

        Tagger(Supplier<String> derive) {
            this.derive = derive;
        }

        /** The first costs one KMS GenerateMac. */
        public String tag(RecoveryCode code) {
            String known = key == null ? derive.get() : key;
            key = known;
            return Digest.hmac(known, code.value());
        }
    }
}
