package dev.latchkey.staff;

import dev.latchkey.crypto.Kms;
import dev.latchkey.snapstart.Snapshotted;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Derives the key of {@link CursorMac} from a key that never leaves KMS. Costs one GenerateMac per instance, and none
 * while all lists fit on one page and are requested without a cursor. Most do, so the KMS client is created only when
 * needed.
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
