package dev.latchkey.functions.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.latchkey.fuzz.Foreign;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;

/** Whatever a client is called, the report's row keeps its columns, and nothing begins as a formula that a sheet takes for a cell. */
public final class CellFuzz {

    private static final String SIGNS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    /** Where a spreadsheet may cut a cell in two, and what it passes over at the beginning of one. */
    private static final Pattern SEPARATORS = Pattern.compile("[;|\t\r\n]");

    private static final Pattern PASSED_OVER = Pattern.compile("^[\\s\"\\x00]+");

    private CellFuzz() {}

    /** Bytes are one name. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        for (String text : Foreign.texts(data)) {
            String cell = CsvInjectionGuard.cell(text);
            assertThat(cell.replace("'", "")).isEqualTo(text.replace("'", ""));
            assertThat(begins(cell)).isFalse();
            assertThat(SEPARATORS
                            .splitAsStream(cell)
                            .map(part -> PASSED_OVER.matcher(part).replaceFirst("")))
                    .noneMatch(CellFuzz::begins);
            StringWriter file = new StringWriter();
            try (CsvWriter writer = CsvWriter.builder().build(file)) {
                writer.writeRecord("before", cell, "after");
            }
            List<CsvRecord> rows =
                    CsvReader.builder().ofCsvRecord(file.toString()).stream().toList();
            assertThat(rows).hasSize(1);
            assertThat(rows.getFirst().getFields())
                    .hasSize(3)
                    .startsWith("before")
                    .endsWith("after");
        }
    }

    private static boolean begins(String cell) {
        return !cell.isEmpty() && SIGNS.indexOf(cell.charAt(0)) >= 0;
    }
}
