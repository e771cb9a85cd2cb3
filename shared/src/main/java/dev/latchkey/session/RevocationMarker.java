package dev.latchkey.session;

/**
 * What a session or challenge was opened under. When its holder's sessions are all ended at once the first number moves
 * on; when the firm changes its settings, the second.
 *
 * @param epoch the holder's {@linkplain SessionEpoch epoch}
 * @param settingsVersion the firm's settings
 */
public record RevocationMarker(long epoch, long settingsVersion) {

    /** What is opened by whoever ends all others. */
    public RevocationMarker next() {
        return new RevocationMarker(epoch + 1, settingsVersion);
    }
}
