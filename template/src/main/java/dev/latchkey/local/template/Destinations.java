package dev.latchkey.local.template;

import org.jspecify.annotations.Nullable;

/** Where work goes that was given up. */
final class Destinations {
    private Destinations() {}

    static @Nullable String onFailure(Section section) {
        Section onFailure = section.section("DestinationConfig").section("OnFailure");
        return onFailure.has("Destination") ? onFailure.resourceName("Destination") : null;
    }
}
