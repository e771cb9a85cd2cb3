package dev.latchkey.firm;

import org.jspecify.annotations.Nullable;

/**
 * What the practice application says of a firm, with the version that orders its sayings.
 *
 * @param name {@code null} where it can't be read: then it stays what it was, and a new firm is called by its id
 * @param plan {@code null} likewise; a new firm's is the smallest
 * @param branding the whole of it; what can't be read is missing
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

    /** As of a firm that nothing is known of. */
    FirmEvent ofNewFirm() {
        return new FirmEvent(id, version, name == null ? id.value() : name, plan == null ? SMALLEST : plan, branding);
    }
}
