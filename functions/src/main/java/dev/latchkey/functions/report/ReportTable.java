package dev.latchkey.functions.report;

import java.io.IOException;
import java.util.List;

/** The access report while it is written in one of its forms. It is whole once it is closed. */
interface ReportTable extends AutoCloseable {

    /** Adds a row, with a cell for each column. */
    void add(List<ReportCell> row);

    /** How many were added, the names of the columns not counted. */
    int rows();

    @Override
    void close() throws IOException;
}
