package dev.latchkey.functions.report;

import java.time.Instant;

/** One cell of the access report, independent of the report's format. */
sealed interface ReportCell {

    /** Stays text whatever it looks like: an id keeps its leading zeros, and a name is no formula. */
    record Text(String text) implements ReportCell {}

    record Count(int count) implements ReportCell {}

    record Flag(boolean set) implements ReportCell {}

    record Time(Instant at) implements ReportCell {}

    /** No value. */
    record Blank() implements ReportCell {}
}
