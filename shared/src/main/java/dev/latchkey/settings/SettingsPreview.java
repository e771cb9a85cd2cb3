package dev.latchkey.settings;

import dev.latchkey.access.ClientCounts;
import dev.latchkey.firm.PortalSettings;

/**
 * What settings would do to a firm's clients.
 *
 * @param contacts in use
 * @param accounts that can be used; an address on several contacts has one
 * @param enrolled of these, with a second factor
 * @param wouldHaveToEnrol of these, who would get no further than setting one up
 * @param wouldLoseLogin of these, who log in now and could not any more
 * @param undeliverable addresses on contacts in use whose mail comes back, so that no link reaches them
 */
public record SettingsPreview(
        long contacts, long accounts, long enrolled, long wouldHaveToEnrol, long wouldLoseLogin, long undeliverable) {

    static SettingsPreview of(ClientCounts counts, PortalSettings now, PortalSettings next) {
        boolean loseLogin = now.accessMode().allowsLogin() && !next.accessMode().allowsLogin();
        boolean enrol = next.accessMode().demandsSecondFactor();
        return new SettingsPreview(
                counts.contacts(),
                counts.accounts(),
                counts.enrolled(),
                enrol ? counts.accounts() - counts.enrolled() : 0,
                loseLogin ? counts.accounts() : 0,
                counts.undeliverable());
    }
}
