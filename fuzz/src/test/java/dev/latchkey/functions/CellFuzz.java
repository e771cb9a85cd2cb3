package dev.latchkey.functions;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.latchkey.fuzz.Foreign;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** Whatever a client is called, the report's row keeps its columns, and no cell begins as a formula. */
public final class CellFuzz {

    private static final String SIGNS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    private CellFuzz() {}

    /** Bytes are one name. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        for (String text : Foreign.texts(data)) {
            String cell = FormulaSafe.cell(text);
            assertThat(cell).endsWith(text);
            assertThat(cell.isEmpty() || SIGNS.indexOf(cell.charAt(0)) < 0).isTrue();
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
}
