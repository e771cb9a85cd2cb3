package dev.latchkey.magiclink;

import dev.latchkey.crypto.Kms;

/**
 * Tags typed codes with a key that never leaves KMS. A code is short enough to be guessed, so a hash of it would be too:
 * with the table in hand alone, or even with this code, there is nothing to try guesses against. Each tag is bound to its
 * link.
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
