package dev.latchkey.totp;

import dev.latchkey.totp.Authenticator.BackupCode;
import java.time.Instant;

/** A code that was found right, waiting to be spent. */
public sealed interface SecondFactor {

    /** Of the app. */
    record Otp(long step) implements SecondFactor {}

    /** One that stands in for the app. */
    record SpareCode(BackupCode spare) implements SecondFactor {}

    /** Its word in {@code amr}, RFC 8176 where there is one. */
    default String amr() {
        return switch (this) {
            case Otp otp -> "otp";
            case SpareCode(BackupCode.Recovery recovery) -> "recovery";
            case SpareCode(BackupCode.OneTime temporary) -> "temporary";
        };
    }

    /** Whether it was spent meanwhile. */
    default boolean isSpent(Authenticator authenticator, Instant now) {
        return switch (this) {
            case Otp(long step) -> authenticator.isSpent(step);
            case SpareCode(BackupCode.Recovery(String place, String tag)) ->
                !tag.equals(authenticator.codes().get(place));
            case SpareCode(BackupCode.OneTime(String tag)) ->
                authenticator.spare(tag, now).isEmpty();
        };
    }

    /** The authenticator once it is spent, as far as anybody is told of it. */
    default Authenticator after(Authenticator authenticator) {
        return switch (this) {
            case Otp otp -> authenticator;
            case SpareCode(BackupCode spare) -> authenticator.without(spare);
        };
    }
}
