package dev.latchkey.session;

import java.time.Duration;
import java.time.Instant;

/** The status of a refresh token in the session that it names. */
enum RefreshTokenStatus {
    /** The current one. */
    CURRENT,
    /** The previous one, within 30 seconds of its use: a lost reply or two tabs. It gets the same successor again. */
    JUST_SPENT,
    /** Issued and spent before that: somebody has a copy. */
    REUSED,
    /** Never issued. */
    FOREIGN;

    private static final Duration GRACE = Duration.ofSeconds(30);

    static RefreshTokenStatus on(RefreshToken token, Session session, Instant now) {
        if (!session.family().issued(token) || token.generation() > session.refreshGeneration()) {
            return FOREIGN;
        }
        if (token.generation() == session.refreshGeneration()) {
            return CURRENT;
        }
        boolean previous = token.generation() == session.refreshGeneration() - 1;
        boolean justNow = !now.isAfter(session.rotatedAt().plus(GRACE));
        return previous && justNow ? JUST_SPENT : REUSED;
    }
}
