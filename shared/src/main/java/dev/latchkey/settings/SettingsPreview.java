package dev.latchkey.settings;

import dev.latchkey.firm.PortalSettings;
import dev.latchkey.report.ClientCounts;

/**
 * What a change of settings would do to a firm's clients.
 *
 * @param contacts in use
 * @param accounts accounts that can be used; an address on several contacts is one account
 * @param enrolled the accounts that have a second factor
 * @param wouldHaveToEnrol the accounts that would have to enrol a second factor first
 * @param wouldLoseLogin the accounts that can log in now and could not any more
 * @param undeliverable undeliverable addresses on contacts in use, which get no link
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
