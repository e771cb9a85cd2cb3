package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Opens a workbook as a spreadsheet does, by another library than the one that writes it. */
final class SheetReader {

    private SheetReader() {}

    /** The rows below the names of the columns, each by these names, with what its cells are; blank ones are left out. */
    static List<Map<String, Object>> rows(byte[] file) {
        return of(file, sheet -> {
            List<String> names = new ArrayList<>();
            sheet.getRow(0).forEach(cell -> names.add(cell.getStringCellValue()));
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Row row : sheet) {
                if (row.getRowNum() > 0) {
                    Map<String, Object> cells = new TreeMap<>();
                    row.forEach(cell -> cells.put(names.get(cell.getColumnIndex()), value(cell)));
                    rows.add(cells);
                }
            }
            return rows;
        });
    }

    /** All cells, a tab between those of a row and a line end behind each row. */
    static String text(byte[] file) {
        return of(file, sheet -> {
            StringBuilder text = new StringBuilder();
            for (Row row : sheet) {
                for (int column = 0; column < sheet.getRow(0).getLastCellNum(); column++) {
                    Cell cell = row.getCell(column);
                    text.append(column == 0 ? "" : "\t").append(cell == null ? "" : value(cell));
                }
                text.append('\n');
            }
            return text.toString();
        });
    }

    /** Its one sheet. */
    static <T> T of(byte[] file, Function<XSSFSheet, T> reading) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getNumberOfSheets()).isOne();
            return reading.apply(workbook.getSheetAt(0));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Object value(Cell cell) {
        CellType type = cell.getCellType();
        if (type == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toInstant(ZoneOffset.UTC);
        }
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> cell.getBooleanCellValue();
            case NUMERIC -> (int) cell.getNumericCellValue();
            default -> throw new AssertionError(cell.getAddress() + " is of type " + type);
        };
    }

    /** What kinds of cells there are. */
    static List<CellType> types(XSSFSheet sheet) {
        List<CellType> types = new ArrayList<>();
        sheet.forEach(row -> row.forEach(cell -> types.add(cell.getCellType())));
        return types.stream().distinct().sorted().collect(Collectors.toList());
    }
}
