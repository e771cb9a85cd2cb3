package dev.latchkey.totp;

import dev.latchkey.totp.Authenticator.BackupCode;
import java.time.Instant;

/** A code that was right and is not spent yet. */
public sealed interface SecondFactor {

    /** A code of the app. */
    record Otp(long step) implements SecondFactor {}

    /** A recovery code or a temporary code. */
    record Backup(BackupCode code) implements SecondFactor {}

    /** Its value in {@code amr}, from RFC 8176 where that has one. */
    default String amr() {
        return switch (this) {
            case Otp otp -> "otp";
            case Backup(BackupCode.Recovery recovery) -> "recovery";
            case Backup(BackupCode.OneTime temporary) -> "temporary";
        };
    }

    /** Whether it was spent meanwhile. */
    default boolean isSpent(Authenticator authenticator, Instant now) {
        return switch (this) {
            case Otp(long step) -> authenticator.isSpent(step);
            case Backup(BackupCode.Recovery(String place, String tag)) ->
                !tag.equals(authenticator.codes().get(place));
            case Backup(BackupCode.OneTime(String tag)) ->
                authenticator.backupCode(tag, now).isEmpty();
        };
    }

    /** The authenticator after it is spent, as far as clients are told of it. */
    default Authenticator after(Authenticator authenticator) {
        return switch (this) {
            case Otp otp -> authenticator;
            case Backup(BackupCode code) -> authenticator.without(code);
        };
    }
}
