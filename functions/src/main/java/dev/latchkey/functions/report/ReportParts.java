package dev.latchkey.functions.report;

import dev.latchkey.access.ExportAccess;
import dev.latchkey.access.ListAccess;
import dev.latchkey.access.ReadAccess;
import dev.latchkey.functions.Parts;
import dev.latchkey.functions.http.StaffCursors;

/** Builds what the access of all of a firm's clients is told with. */
final class ReportParts {

    private final Parts parts;

    ReportParts(Parts parts) {
        this.parts = parts;
    }

    ReadAccess readAccess() {
        return new ReadAccess(parts.table(), parts.clock);
    }

    AccessList list(StaffCursors cursors) {
        return new AccessList(new ListAccess(parts.table(), parts.clock), cursors);
    }

    AccessReport report() {
        return new AccessReport(new ExportAccess(parts.table(), parts.audit, parts.clock));
    }
}
