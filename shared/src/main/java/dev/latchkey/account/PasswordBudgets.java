package dev.latchkey.account;

import dev.latchkey.contact.Principal;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;
import dev.latchkey.throttling.AttemptBudget;
import dev.latchkey.throttling.AttemptBudget.Factor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a typed password counts. A device that got in at the address before has a count of its own, also once it is in.
 * Everybody else counts for the address at their source, and for the address at all.
 *
 * @param own is cleared by a success
 * @param ofAddress of which a success takes back itself alone; {@code null} where it isn't counted there
 */
record PasswordBudgets(AttemptBudget own, @Nullable AttemptBudget ofAddress) {

    /**
     * Of somebody who shows no session, or of whoever is in.
     *
     * @param knownTag of their device, if it is known, or of the one that the session began on; otherwise {@code null}
     */
    static PasswordBudgets of(FirmId firm, Principal address, @Nullable String knownTag, String sourceIp) {
        return knownTag == null
                ? new PasswordBudgets(AttemptBudget.ofSource(firm, address, sourceIp), of(firm, address))
                : new PasswordBudgets(AttemptBudget.ofDevice(firm, address, knownTag), null);
    }

    /** What keeps everybody out whose device isn't known. */
    static AttemptBudget of(FirmId firm, Principal address) {
        return AttemptBudget.of(Factor.PASSWORD, firm, address);
    }

    /** All that may be needed before it is known whether the device is. */
    static List<Key> keys(FirmId firm, Principal address, @Nullable String tag, String sourceIp) {
        List<Key> keys = new ArrayList<>(List.of(
                KnownDevices.key(firm, address),
                AttemptBudget.ofSource(firm, address, sourceIp).key(),
                of(firm, address).key()));
        if (tag != null) {
            keys.add(AttemptBudget.ofDevice(firm, address, tag).key());
        }
        return keys;
    }

    List<AttemptBudget> all() {
        return ofAddress == null ? List.of(own) : List.of(own, ofAddress);
    }
}
