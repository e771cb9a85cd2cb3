package dev.latchkey.functions.report;

import dev.latchkey.functions.http.ContentNegotiation;
import dev.latchkey.functions.http.Request;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The file formats of the access report. */
enum ReportFormat {
    CSV("text/csv"),
    WORKBOOK("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final String LIST = "application/json";

    private final String mediaType;

    ReportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The requested format; {@code null} if the list, in pages, is at least as welcome. */
    static @Nullable ReportFormat wanted(Request request) {
        String best = ContentNegotiation.ofContent(request).best(List.of(LIST, CSV.mediaType, WORKBOOK.mediaType));
        return Stream.of(values())
                .filter(format -> format.mediaType.equals(best))
                .findFirst()
                .orElse(null);
    }

    String contentType() {
        return this == CSV ? mediaType + "; charset=utf-8" : mediaType;
    }

    ReportTable begin(OutputStream out) {
        return switch (this) {
            case CSV -> new AccessCsv(out);
            case WORKBOOK -> new AccessWorkbook(out);
        };
    }
}
