package dev.latchkey.functions.report;

import dev.latchkey.contactaccess.ReadAccess;
import dev.latchkey.functions.Parts;
import dev.latchkey.functions.http.StaffCursors;
import dev.latchkey.report.ExportAccess;
import dev.latchkey.report.ListAccess;

/** Builds parts that report the access of all clients of a firm. */
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
