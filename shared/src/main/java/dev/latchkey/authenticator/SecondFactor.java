package dev.latchkey.authenticator;

import dev.latchkey.authenticator.Authenticator.Spare;
import java.time.Instant;

/** A code that was found right, waiting to be spent. */
public sealed interface SecondFactor {

    /** Of the app. */
    record Otp(long step) implements SecondFactor {}

    /** One that stands in for the app. */
    record SpareCode(Spare spare) implements SecondFactor {}

    /** Its word in {@code amr}, RFC 8176 where there is one. */
    default String amr() {
        return switch (this) {
            case Otp otp -> "otp";
            case SpareCode(Spare.Recovery recovery) -> "recovery";
            case SpareCode(Spare.OneTime temporary) -> "temporary";
        };
    }

    /** Whether it was spent meanwhile. */
    default boolean isSpent(Authenticator authenticator, Instant now) {
        return switch (this) {
            case Otp(long step) -> authenticator.isSpent(step);
            case SpareCode(Spare.Recovery(String place, String tag)) ->
                !tag.equals(authenticator.codes().get(place));
            case SpareCode(Spare.OneTime(String tag)) ->
                authenticator.spare(tag, now).isEmpty();
        };
    }

    /** The authenticator once it is spent, as far as anybody is told of it. */
    default Authenticator after(Authenticator authenticator) {
        return switch (this) {
            case Otp otp -> authenticator;
            case SpareCode(Spare spare) -> authenticator.without(spare);
        };
    }
}
