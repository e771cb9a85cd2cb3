package dev.latchkey.password;

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
 * The budgets that a typed password counts in. A known device has a budget of its own, also in its sessions. All others count
 * in the budget of the address from their source, and in the budget of the address.
 *
 * @param own of the device, or of the address from one source; a success clears it
 * @param ofAddress of the address from all sources; a success takes back only its own attempt; {@code null} for a known device
 */
public record PasswordBudgets(AttemptBudget own, @Nullable AttemptBudget ofAddress) {

    /**
     * For a login, or for a password that is typed in a session.
     *
     * @param knownTag of the device if it is known, or of the one that the session began on; otherwise {@code null}
     */
    public static PasswordBudgets of(FirmId firm, Principal address, @Nullable String knownTag, String sourceIp) {
        return knownTag == null
                ? new PasswordBudgets(AttemptBudget.ofSource(firm, address, sourceIp), of(firm, address))
                : new PasswordBudgets(AttemptBudget.ofDevice(firm, address, knownTag), null);
    }

    /** The budget of the address, which locks out all devices but known ones. */
    public static AttemptBudget of(FirmId firm, Principal address) {
        return AttemptBudget.of(Factor.PASSWORD, firm, address);
    }

    /** All keys that may be needed, whether or not the device turns out to be known. */
    public static List<Key> keys(FirmId firm, Principal address, @Nullable String tag, String sourceIp) {
        List<Key> keys = new ArrayList<>(List.of(
                KnownDevices.key(firm, address),
                AttemptBudget.ofSource(firm, address, sourceIp).key(),
                of(firm, address).key()));
        if (tag != null) {
            keys.add(AttemptBudget.ofDevice(firm, address, tag).key());
        }
        return keys;
    }

    public List<AttemptBudget> all() {
        return ofAddress == null ? List.of(own) : List.of(own, ofAddress);
    }
}
