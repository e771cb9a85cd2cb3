package dev.latchkey.functions;

import dev.latchkey.access.AccessStatus;
import dev.latchkey.access.ExportAccess;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.Preference;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.staff.StaffMember;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Replies with the whole access report as a file. That is audited, before it is handed out. */
final class AccessReport {

    static final String MEDIA_TYPE = "text/csv";

    private static final String GZIP = "gzip";

    /** By which some spreadsheets know UTF-8. */
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** In bytes: a function's reply is of 6 MiB at most, in base64 and with its headers. */
    private static final int MOST = 4_700_000;

    private final ExportAccess exporting;

    AccessReport(ExportAccess exporting) {
        this.exporting = exporting;
    }

    /** Refuses one that is too large for a reply, packed or not, and says what helps. */
    Reply reply(StaffMember staff, Request request, @Nullable AccessStatus status) {
        boolean packed = Preference.ofCodings(request).takes(GZIP);
        byte[] mark = marked(request) ? BYTE_ORDER_MARK : new byte[0];
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        int rows = write(report, mark, packed, staff, status);
        if (rows < 0) {
            return Problem.NOT_FOUND.reply();
        }
        if (report.size() > MOST) {
            throw packed
                    ? Fields.invalid("status", "must be given: the report of all is too large for a reply")
                    : Fields.invalid("Accept-Encoding", "must have gzip: the report is too large for a reply without");
        }
        exporting.record(staff, request.origin(), status, rows);
        Reply reply = Reply.of(MEDIA_TYPE + "; charset=utf-8", report.toByteArray());
        return packed ? reply.with("Content-Encoding", GZIP) : reply;
    }

    private static boolean marked(Request request) {
        return switch (request.query().getOrDefault("bom", "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Fields.invalid("bom", "must be true or false");
        };
    }

    private int write(
            ByteArrayOutputStream report,
            byte[] mark,
            boolean packed,
            StaffMember staff,
            @Nullable AccessStatus status) {
        try (OutputStream out = packed ? new GZIPOutputStream(report) : report) {
            out.write(mark);
            return rows(out, staff, status);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private int rows(OutputStream out, StaffMember staff, @Nullable AccessStatus status) throws IOException {
        try (AccessCsv csv = new AccessCsv(out)) {
            return exporting.each(staff.firm(), status, csv::add) ? csv.rows() : -1;
        }
    }
}
