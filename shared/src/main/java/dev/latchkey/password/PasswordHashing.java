package dev.latchkey.password;

import dev.latchkey.account.Account;
import dev.latchkey.crypto.Argon2id;
import dev.latchkey.crypto.HashingConcurrency;
import dev.latchkey.snapstart.Snapshotted;
import org.jspecify.annotations.Nullable;

/** Hashes passwords, a bounded number at once: each needs a processor and 19 MiB. */
public final class PasswordHashing implements Snapshotted {

    private final Argon2id argon;
    private final HashingConcurrency turns;

    public PasswordHashing(Argon2id argon, HashingConcurrency turns) {
        this.argon = argon;
        this.turns = turns;
    }

    @Override
    public void prime() {
        turns.take(() -> argon.spend(new byte[1]));
    }

    public String hash(Password password) {
        return turns.take(() -> argon.hash(password.utf8()));
    }

    /** Hashes once in every case. Without an account, or with a malformed password, the result is wrong. */
    boolean isRight(Password typed, @Nullable Account account) {
        String hash = account != null && typed.isWellFormed() ? account.passwordHash() : null;
        return turns.take(() -> hash == null ? argon.spend(typed.utf8()) : argon.verify(typed.utf8(), hash));
    }

    /** A new hash of the same password with today's cost; {@code null} if it has that. */
    @Nullable
    public String upgraded(Password right, Account account) {
        return argon.isOutdated(account.passwordHash()) ? hash(right) : null;
    }
}
