package dev.latchkey.firm;

import java.util.Arrays;
import java.util.List;

/**
 * What the firm pays for, as the practice application says. No route of ours can change it, and it decides one thing only:
 * which access modes may be chosen. A mode that was chosen stays enforced whatever becomes of the plan.
 */
public enum Plan {
    TEAM,
    BUSINESS,
    ENTERPRISE;

    /** Whether the mode may be chosen. */
    public boolean allows(AccessMode mode) {
        return !mode.demandsSecondFactor() || this != TEAM;
    }

    /** Those with which the mode may be chosen. */
    public static List<Plan> allowing(AccessMode mode) {
        return Arrays.stream(values()).filter(plan -> plan.allows(mode)).toList();
    }
}
