package dev.latchkey.mail;

import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;

/**
 * Why a mail did not leave, and how long it is tried again. Every failure ends: after so many of its sort, and an outage
 * after a day, a mail is parked.
 */
public enum MailFailure {
    /** SES, KMS or the table doesn't answer, or not for us. No mail is to blame, so tries are not counted. */
    OUTAGE("outage", Integer.MAX_VALUE),
    /** SES refuses this mail. */
    REFUSAL("refused", 20),
    /** Anything else: something about this mail that the software can't cope with. */
    FAULT("fault", 5),
    /** The mail's kind is not known to this version of the software. Trying again would not help. */
    UNKNOWN_KIND("unknown-kind", 1);

    private static final Duration LONGEST_OUTAGE = Duration.ofDays(1);

    private final String reason;
    private final int most;

    MailFailure(String reason, int most) {
        this.reason = reason;
        this.most = most;
    }

    public static MailFailure of(RuntimeException failure) {
        return switch (failure) {
            case MailRefused refused -> REFUSAL;
            case MailUnavailable mail -> OUTAGE;
            case StoreUnavailable store -> OUTAGE;
            case KeysUnavailable keys -> OUTAGE;
            default -> FAULT;
        };
    }

    /** As log and table name it. */
    public String reason() {
        return reason;
    }

    public boolean isCounted() {
        return this != OUTAGE;
    }

    /**
     * Whether it ends the tries.
     *
     * @param times how many there were of its sort, this one included
     * @param intendedAt when the mail was intended
     */
    public boolean isFinal(long times, Instant intendedAt, Instant now) {
        return isCounted() ? times >= most : !now.isBefore(intendedAt.plus(LONGEST_OUTAGE));
    }
}
