package dev.latchkey.settings;

import dev.latchkey.firm.Firm;
import dev.latchkey.firm.Plan;
import java.util.List;

/** The outcome of a request to change settings. A refused request changes nothing. */
public sealed interface SettingsOutcome {

    /** The settings are changed: the firm with its new settings. */
    record Changed(Firm firm) implements SettingsOutcome {}

    /** What the change would do. Nothing is changed. */
    record Previewed(SettingsPreview preview) implements SettingsOutcome {}

    /** The firm is unknown. */
    record NoFirm() implements SettingsOutcome {}

    /** The settings were changed since they were read, or a scheduled change took effect. */
    record VersionMismatch() implements SettingsOutcome {}

    /** The firm's plan does not include the mode. */
    record PlanDoesNotAllow(Plan plan, List<Plan> required) implements SettingsOutcome {}

    /** The instant to take effect is past, or too far ahead. */
    record NotWithinReach() implements SettingsOutcome {}
}
