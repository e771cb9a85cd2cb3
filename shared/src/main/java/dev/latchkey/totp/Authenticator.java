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
 * An enrolled authenticator app with its recovery codes and temporary code. It is one item, so it is removed or
 * replaced as a whole: what was proven by an earlier authenticator doesn't count for a later one.
 *
 * @param id random; unique among all authenticators that the account ever had
 * @param sealedSecret as {@link TotpSecretCipher} gave it
 * @param since when its first code confirmed it
 * @param lastStep the latest time step whose code was used, RFC 6238 section 5.2; no earlier one is accepted any more
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

    /** At this number the owner is told to make new ones. */
    public static final int FEW = 3;

    /**
     * A code that replaces one of the app at one login.
     *
     * @param endsAt when it expires
     */
    public record Temporary(String tag, Instant endsAt) {

        /** How long one is valid. */
        public static final Duration LIFE = Duration.ofHours(24);

        Instant issuedAt() {
            return endsAt.minus(LIFE);
        }
    }

    /** What a code in the form of a recovery code counts as. */
    public sealed interface BackupCode {

        /** One of the recovery codes. */
        record Recovery(String place, String tag) implements BackupCode {}

        /** The temporary code that staff issued. */
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

    /** Whether a code of this step is rejected because it, or one of a later step, was used. */
    public boolean isSpent(long step) {
        return step <= lastStep;
    }

    /** What the code with this tag counts as; empty if it is wrong, was used, or has expired. All tags are compared. */
    public Optional<BackupCode> backupCode(String tag, Instant now) {
        Optional<BackupCode.Recovery> recovery = recovery(tag);
        return temporary != null && Digest.same(temporary.tag(), tag) && now.isBefore(temporary.endsAt())
                ? Optional.of(new BackupCode.OneTime(tag))
                : recovery.map(BackupCode.class::cast);
    }

    /** The same for recovery codes only. */
    public Optional<BackupCode.Recovery> recovery(String tag) {
        BackupCode.Recovery found = null;
        for (Map.Entry<String, String> code : codes.entrySet()) {
            if (Digest.same(code.getValue(), tag)) {
                found = new BackupCode.Recovery(code.getKey(), tag);
            }
        }
        return Optional.ofNullable(found);
    }

    /** The authenticator after this code was used. */
    public Authenticator without(BackupCode code) {
        return switch (code) {
            case BackupCode.Recovery(String place, String tag) -> {
                Map<String, String> left = new TreeMap<>(codes);
                left.remove(place);
                yield new Authenticator(id, sealedSecret, since, lastStep, left, temporary);
            }
            case BackupCode.OneTime used -> new Authenticator(id, sealedSecret, since, lastStep, codes, null);
        };
    }
}
