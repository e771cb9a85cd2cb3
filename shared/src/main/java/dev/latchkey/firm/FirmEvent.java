package dev.latchkey.firm;

import org.jspecify.annotations.Nullable;

/**
 * An event of the practice application about a firm. The version orders them.
 *
 * @param name {@code null} if it can't be read: then the stored one is kept, and a new firm is named by its id
 * @param plan {@code null} likewise; a new firm gets the smallest
 * @param branding all of it; what can't be read is missing
 */
public record FirmEvent(
        FirmId id,
        long version,
        @Nullable String name,
        @Nullable Plan plan,
        Branding branding) {

    private static final Plan SMALLEST = Plan.TEAM;

    boolean areWhole() {
        return name != null && plan != null;
    }

    /** Completed for a firm that is not known yet. */
    FirmEvent ofNewFirm() {
        return new FirmEvent(id, version, name == null ? id.value() : name, plan == null ? SMALLEST : plan, branding);
    }
}
