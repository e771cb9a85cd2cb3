package dev.latchkey.account;

import dev.latchkey.attempts.AttemptBudget;
import dev.latchkey.attempts.AttemptBudget.Authenticator;
import dev.latchkey.contact.Holder;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a typed password counts. A device that got in at the address before has a count of its own, also once it is in.
 * Everybody else counts for the address at their source, and for the address at all.
 *
 * @param own is cleared by a success
 * @param everybodys of which a success takes back itself alone; {@code null} where it isn't counted there
 */
record PasswordTries(AttemptBudget own, @Nullable AttemptBudget everybodys) {

    /**
     * Of somebody who is not in.
     *
     * @param knownTag of their device, if it is known; otherwise {@code null}
     */
    static PasswordTries of(FirmId firm, Holder address, @Nullable String knownTag, String sourceIp) {
        return knownTag == null
                ? new PasswordTries(AttemptBudget.ofSource(firm, address, sourceIp), of(firm, address))
                : new PasswordTries(AttemptBudget.ofDevice(firm, address, knownTag), null);
    }

    /** What keeps everybody out whose device isn't known. */
    static AttemptBudget of(FirmId firm, Holder address) {
        return AttemptBudget.of(Authenticator.PASSWORD, firm, address);
    }

    /**
     * Of whoever is in: that of the device that the session began on, or else of their source.
     *
     * @param tag of that device; {@code null} where it showed no secret
     */
    static PasswordTries ofSession(FirmId firm, Holder address, @Nullable String tag, String sourceIp) {
        return of(firm, address, tag, sourceIp);
    }

    /** All that may be needed before it is known whether the device is. */
    static List<Key> keys(FirmId firm, Holder address, @Nullable String tag, String sourceIp) {
        List<Key> strangers = List.of(
                KnownDevices.key(firm, address),
                AttemptBudget.ofSource(firm, address, sourceIp).key(),
                of(firm, address).key());
        return tag == null
                ? strangers
                : List.of(
                        strangers.get(0),
                        strangers.get(1),
                        strangers.get(2),
                        AttemptBudget.ofDevice(firm, address, tag).key());
    }

    List<AttemptBudget> budgets() {
        return everybodys == null ? List.of(own) : List.of(own, everybodys);
    }
}
