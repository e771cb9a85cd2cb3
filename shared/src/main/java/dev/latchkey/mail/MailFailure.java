package dev.latchkey.mail;

import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;

/**
 * Why a mail was not sent, and how long it is tried again. Every failure ends: a mail is parked after a number of
 * failures of one kind, and after a day of an outage.
 */
public enum MailFailure {
    /** SES, KMS or the table doesn't answer, or refuses us. No mail is the cause, so attempts are not counted. */
    OUTAGE("outage", Integer.MAX_VALUE),
    /** SES refuses this mail. */
    REFUSAL("refused", 20),
    /** Anything else: the software can't handle this mail. */
    FAULT("fault", 5),
    /** This version of the software doesn't know the mail's kind. Another attempt would not help. */
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

    /** Its name in the log and the table. */
    public String reason() {
        return reason;
    }

    public boolean isCounted() {
        return this != OUTAGE;
    }

    /**
     * Whether it was the last attempt.
     *
     * @param times how many failures of this kind there were, this one included
     * @param intendedAt when the mail was intended
     */
    public boolean isFinal(long times, Instant intendedAt, Instant now) {
        return isCounted() ? times >= most : !now.isBefore(intendedAt.plus(LONGEST_OUTAGE));
    }
}
