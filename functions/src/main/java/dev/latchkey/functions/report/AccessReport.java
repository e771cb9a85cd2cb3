package dev.latchkey.functions.report;

import dev.latchkey.contactaccess.AccessStatus;
import dev.latchkey.functions.http.ContentNegotiation;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.ProblemException;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.report.ExportAccess;
import dev.latchkey.staff.StaffMember;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Replies with the whole access report as a file. This is audited before it is sent. */
final class AccessReport {

    private static final String GZIP = "gzip";

    /** Some spreadsheets detect UTF-8 by it. */
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** In bytes: a function's reply has 6 MiB at most, in base64 and with its headers. */
    private static final int MOST = 4_700_000;

    private final ExportAccess exporting;

    AccessReport(ExportAccess exporting) {
        this.exporting = exporting;
    }

    /** Refuses a report too large for a reply, packed or not, and says what helps. Packing shrinks a workbook too. */
    Reply reply(ReportFormat format, StaffMember staff, Request request, @Nullable AccessStatus status) {
        boolean packed = ContentNegotiation.ofCodings(request).takes(GZIP);
        byte[] mark = format == ReportFormat.CSV && marked(request) ? BYTE_ORDER_MARK : new byte[0];
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        int rows = write(format, report, mark, packed, staff, status);
        if (rows < 0) {
            return Problem.NOT_FOUND.reply();
        }
        if (report.size() > MOST) {
            throw tooLarge(format, packed);
        }
        exporting.record(staff, request.requestSource(), status, rows);
        Reply reply = Reply.of(format.contentType(), report.toByteArray());
        return packed ? reply.with("Content-Encoding", GZIP) : reply;
    }

    private static ProblemException tooLarge(ReportFormat format, boolean packed) {
        if (!packed) {
            return Fields.invalid("Accept-Encoding", "must have gzip: the report is too large for a reply without");
        }
        return switch (format) {
            case CSV -> Fields.invalid("status", "must be given: the report of all is too large for a reply");
            case WORKBOOK ->
                Fields.invalid(
                        "status",
                        "must be given: the workbook of all is too large for a reply; as text/csv it takes half as much");
        };
    }

    private static boolean marked(Request request) {
        return switch (request.query().getOrDefault("bom", "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Fields.invalid("bom", "must be true or false");
        };
    }

    private int write(
            ReportFormat format,
            ByteArrayOutputStream report,
            byte[] mark,
            boolean packed,
            StaffMember staff,
            @Nullable AccessStatus status) {
        try (OutputStream out = packed ? new GZIPOutputStream(report) : report) {
            out.write(mark);
            return rows(format, out, staff, status);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The number of rows; negative if the firm is unknown. */
    private int rows(ReportFormat format, OutputStream out, StaffMember staff, @Nullable AccessStatus status)
            throws IOException {
        try (ReportTable table = format.begin(out)) {
            boolean known = exporting.each(staff.firm(), status, access -> table.add(AccessColumns.of(access)));
            return known ? table.rows() : -1;
        }
    }
}
