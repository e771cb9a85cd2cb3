package dev.latchkey.functions.settings;

import dev.latchkey.firm.ReadPortal;
import dev.latchkey.functions.Parts;
import dev.latchkey.settings.ChangeSettings;
import dev.latchkey.settings.PreviewSettings;
import dev.latchkey.settings.ReadSettings;

/** Builds parts for portal settings. */
final class SettingsParts {

    private final Parts parts;

    SettingsParts(Parts parts) {
        this.parts = parts;
    }

    ReadPortal readPortal() {
        return new ReadPortal(parts.table(), parts.clock);
    }

    ReadSettings readSettings() {
        return new ReadSettings(parts.table(), parts.clock);
    }

    ChangeSettings changeSettings() {
        return new ChangeSettings(parts.table(), parts.audit, parts.clock);
    }

    PreviewSettings previewSettings() {
        return new PreviewSettings(parts.table(), parts.clock);
    }
}
