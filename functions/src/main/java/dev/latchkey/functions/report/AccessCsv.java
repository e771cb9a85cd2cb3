package dev.latchkey.functions.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.latchkey.functions.http.Bodies;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The access report as in RFC 4180, one line per contact. No spreadsheet takes a cell for a formula. */
final class AccessCsv implements ReportTable {

    private final CsvWriter writer;
    private int rows;

    /** Writes the column names. */
    AccessCsv(OutputStream out) {
        this.writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        writer.writeRecord(AccessColumns.NAMES);
    }

    @Override
    public void add(List<ReportCell> row) {
        writer.writeRecord(row.stream().map(AccessCsv::cell).toList());
        rows++;
    }

    @Override
    public int rows() {
        return rows;
    }

    private static String cell(ReportCell cell) {
        return switch (cell) {
            case ReportCell.Text(String text) -> CsvInjectionGuard.cell(text);
            case ReportCell.Count(int count) -> Integer.toString(count);
            case ReportCell.Flag(boolean set) -> Boolean.toString(set);
            case ReportCell.Time(var at) -> Bodies.time(at);
            case ReportCell.Blank() -> "";
        };
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
