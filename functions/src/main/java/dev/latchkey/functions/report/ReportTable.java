package dev.latchkey.functions.report;

import java.io.IOException;
import java.util.List;

/** The access report being written in one of its formats. It is complete once closed. */
interface ReportTable extends AutoCloseable {

    /** Adds a row, with a cell for each column. */
    void add(List<ReportCell> row);

    /** The number of added rows, without the column names. */
    int rows();

    @Override
    void close() throws IOException;
}
