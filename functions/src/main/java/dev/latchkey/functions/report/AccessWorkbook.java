package dev.latchkey.functions.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The access report as a workbook, ECMA-376: one sheet, one row per contact, below the column names, which stay visible and
 * have filters. Texts are never formulas; times are UTC dates, to the millisecond. What XML can't hold, NUL and other control
 * characters and lone surrogates of UTF-16, is left out. Rows are written as they come and not kept.
 */
final class AccessWorkbook implements ReportTable {

    private static final String TIME = "yyyy-mm-dd hh:mm:ss";
    private static final double WIDTH = 20;
    private static final int ROWS_AT_ONCE = 100;

    /** An escaped character, ECMA-376 part 1, section 22.9.2.19: a name that looks like one must stay as it is. */
    private static final Pattern NUMBERED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final String UNDERSCORE = "_x005F_";

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    /** Writes the column names. */
    AccessWorkbook(OutputStream out) {
        this.workbook = new Workbook(out, "Latchkey", null);
        this.sheet = workbook.newWorksheet("Portal access");
        int columns = AccessColumns.NAMES.size();
        for (int column = 0; column < columns; column++) {
            sheet.width(column, WIDTH);
            sheet.inlineString(0, column, AccessColumns.NAMES.get(column));
        }
        sheet.range(0, 0, 0, columns - 1).style().bold().set();
        sheet.freezePane(0, 1);
    }

    @Override
    public void add(List<ReportCell> row) {
        rows++;
        for (int column = 0; column < row.size(); column++) {
            write(column, row.get(column));
        }
        if (rows % ROWS_AT_ONCE == 0) {
            flush();
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void write(int column, ReportCell cell) {
        switch (cell) {
            case ReportCell.Text(String text) -> sheet.inlineString(rows, column, text(text));
            case ReportCell.Count(int count) -> sheet.value(rows, column, count);
            case ReportCell.Flag(boolean set) -> sheet.value(rows, column, set);
            case ReportCell.Time(var at) -> {
                sheet.value(rows, column, at);
                sheet.style(rows, column).format(TIME).set();
            }
            case ReportCell.Blank() -> {}
        }
    }

    private static String text(String text) {
        return NUMBERED.matcher(text).replaceAll(UNDERSCORE);
    }

    @Override
    public void close() throws IOException {
        sheet.setAutoFilter(0, 0, rows, AccessColumns.NAMES.size() - 1);
        workbook.close();
    }
}
