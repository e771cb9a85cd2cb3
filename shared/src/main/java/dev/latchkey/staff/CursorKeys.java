package dev.latchkey.staff;

import dev.latchkey.crypto.Kms;
import dev.latchkey.snapstart.Snapshotted;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Derives the key that cursors are sealed with, by a key that never leaves KMS: one GenerateMac an instance, and none for
 * a list that is on one page and was asked for without a cursor. Most are, so there is no client of KMS either before one
 * is needed.
 */
public final class CursorKeys implements Snapshotted {

    private final Supplier<Kms> kms;
    private final String keyArn;
    private @Nullable CursorMac derived;

    public CursorKeys(Supplier<Kms> kms, String keyArn) {
        this.kms = kms;
        this.keyArn = keyArn;
    }

    @Override
    public void prime() {
        kms.get().prime();
    }

    @Override
    public synchronized void forget() {
        derived = null;
    }

    public synchronized CursorMac get() {
        if (derived == null) {
            derived = new CursorMac(kms.get().mac(keyArn, "list cursors"));
        }
        return derived;
    }
}
