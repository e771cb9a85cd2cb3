package dev.latchkey.settings;

import dev.latchkey.firm.Firm;
import dev.latchkey.firm.Plan;
import java.util.List;

/** What became of an order. Whatever was refused changed nothing. */
public sealed interface SettingsOutcome {

    /** The firm as it is now. */
    record Changed(Firm firm) implements SettingsOutcome {}

    /** What the change would do to whom; nothing was changed. */
    record Previewed(SettingsPreview preview) implements SettingsOutcome {}

    /** No event told of the firm yet. */
    record NoFirm() implements SettingsOutcome {}

    /** Somebody changed the settings since, or a scheduled change took effect. */
    record VersionMismatch() implements SettingsOutcome {}

    /** The mode is not in what the firm pays for. */
    record PlanDoesNotAllow(Plan plan, List<Plan> required) implements SettingsOutcome {}

    /** The instant to take effect at is past, or too far ahead. */
    record NotWithinReach() implements SettingsOutcome {}
}
