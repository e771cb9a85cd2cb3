package dev.latchkey.firm;

import java.util.Arrays;
import java.util.List;

/**
 * What the firm pays for, as the practice application says. No route of ours changes it. It decides only which access
 * modes can be chosen; a chosen mode stays enforced whatever happens to the plan.
 */
public enum Plan {
    TEAM,
    BUSINESS,
    ENTERPRISE;

    /** Whether the mode can be chosen. */
    public boolean allows(AccessMode mode) {
        return !mode.demandsSecondFactor() || this != TEAM;
    }

    /** The plans with which the mode can be chosen. */
    public static List<Plan> allowing(AccessMode mode) {
        return Arrays.stream(values()).filter(plan -> plan.allows(mode)).toList();
    }
}
