package dev.latchkey.totp;

import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Kms;
import dev.latchkey.firm.FirmId;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Encrypts the secrets of authenticators, RFC 6238 section 5.1. The KMS encryption context names firm, account and
 * purpose. So a secret that was moved to another account can't be decrypted: that fails like an outage, and nobody is
 * signed in.
 */
public final class TotpSecretCipher {

    private final Kms kms;
    private final String keyArn;

    public TotpSecretCipher(Kms kms, String keyArn) {
        this.kms = kms;
        this.keyArn = keyArn;
    }

    /** Costs one KMS Encrypt. */
    public String seal(FirmId firm, Principal account, TotpSecret secret) {
        return kms.encrypt(keyArn, secret.bytes(), context(firm, account));
    }

    /** The step of a sealed secret whose code this is, as {@link Totp#match} says. Costs one KMS Decrypt. */
    public OptionalLong match(FirmId firm, Principal account, String sealed, TotpCode code, Instant now) {
        TotpSecret secret = TotpSecret.of(kms.decrypt(keyArn, sealed, context(firm, account)));
        return Totp.match(secret, code, now);
    }

    private static Map<String, String> context(FirmId firm, Principal account) {
        return Map.of("firm", firm.value(), "account", account.value(), "purpose", "totp");
    }
}
