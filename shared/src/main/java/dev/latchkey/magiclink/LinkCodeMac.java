package dev.latchkey.magiclink;

import dev.latchkey.crypto.Kms;

/**
 * Tags typed codes with a key that never leaves KMS. A code is short, so its plain hash could be searched by brute force. A
 * tag can't be, by somebody who has the table but no access to KMS. Each tag is bound to its link.
 */
public final class LinkCodeMac {

    private final Kms kms;
    private final String keyArn;

    public LinkCodeMac(Kms kms, String keyArn) {
        this.kms = kms;
        this.keyArn = keyArn;
    }

    /** Costs one KMS GenerateMac. */
    String tag(LinkId link, TypedCode code) {
        return kms.mac(keyArn, "link code\n" + link.text() + "\n" + code.value());
    }
}
