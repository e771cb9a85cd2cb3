package dev.latchkey.totp;

import dev.latchkey.crypto.Digest;
import dev.latchkey.crypto.NotBefore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The app that an account's owner has set up, with all that stands in for it. It is one item, so that it is removed or
 * replaced whole: whatever was proven by an earlier one counts for nothing under a later.
 *
 * @param id random; names this one among all that the account ever had
 * @param sealedSecret as {@link TotpSecretCipher} gave it
 * @param since when its first code confirmed it
 * @param lastStep the latest time step whose code was used, RFC 6238 section 5.2; no earlier one is taken any more
 * @param codes the tags of the recovery codes that are left, by their places
 * @param temporary the code that staff issued, if any is left
 */
public record Authenticator(
        String id,
        String sealedSecret,
        Instant since,
        long lastStep,
        Map<String, String> codes,
        @Nullable Temporary temporary) {

    /** How many recovery codes there are at first. */
    public static final int CODES = 10;

    /** From so many on the owner is told to make new ones. */
    public static final int FEW = 3;

    /**
     * A code that stands in for the app at one login.
     *
     * @param endsAt when it is too late for it
     */
    public record Temporary(String tag, Instant endsAt) {

        /** How long one is good. */
        public static final Duration LIFE = Duration.ofHours(24);

        Instant issuedAt() {
            return endsAt.minus(LIFE);
        }
    }

    /** What a code of the form of recovery codes is good as. */
    public sealed interface BackupCode {

        /** One of the recovery codes. */
        record Recovery(String place, String tag) implements BackupCode {}

        /** The code that staff issued. */
        record OneTime(String tag) implements BackupCode {}
    }

    /** The same without a temporary code that was issued too early to count. */
    public Authenticator since(NotBefore notBefore) {
        return temporary != null && notBefore.revokes(temporary.issuedAt())
                ? new Authenticator(id, sealedSecret, since, lastStep, codes, null)
                : this;
    }

    public int codesLeft() {
        return codes.size();
    }

    /** Whether a code of this step comes too late, because it or one of a later step was used. */
    public boolean isSpent(long step) {
        return step <= lastStep;
    }

    /** What the code of this tag is good as; empty where it is wrong, was used, or is too old. All tags are compared. */
    public Optional<BackupCode> spare(String tag, Instant now) {
        Optional<BackupCode.Recovery> recovery = recovery(tag);
        return temporary != null && Digest.same(temporary.tag(), tag) && now.isBefore(temporary.endsAt())
                ? Optional.of(new BackupCode.OneTime(tag))
                : recovery.map(BackupCode.class::cast);
    }

    /** The same where the code of staff won't do. */
    public Optional<BackupCode.Recovery> recovery(String tag) {
        BackupCode.Recovery found = null;
        for (Map.Entry<String, String> code : codes.entrySet()) {
            if (Digest.same(code.getValue(), tag)) {
                found = new BackupCode.Recovery(code.getKey(), tag);
            }
        }
        return Optional.ofNullable(found);
    }

    /** The same once the spare was used. */
    public Authenticator without(BackupCode spare) {
        return switch (spare) {
            case BackupCode.Recovery(String place, String tag) -> {
                Map<String, String> left = new TreeMap<>(codes);
                left.remove(place);
                yield new Authenticator(id, sealedSecret, since, lastStep, left, temporary);
            }
            case BackupCode.OneTime used -> new Authenticator(id, sealedSecret, since, lastStep, codes, null);
        };
    }
}
