package dev.latchkey.session;

/**
 * The epoch and the settings version under which a session or challenge was opened. Ending all sessions of a principal
 * increments the first; a change of the firm's settings increments the second.
 *
 * @param epoch the principal's {@linkplain SessionEpoch epoch}
 * @param settingsVersion the version of the firm's settings
 */
public record RevocationMarker(long epoch, long settingsVersion) {

    /** The marker of a session that is opened while all others are ended. */
    public RevocationMarker next() {
        return new RevocationMarker(epoch + 1, settingsVersion);
    }
}
