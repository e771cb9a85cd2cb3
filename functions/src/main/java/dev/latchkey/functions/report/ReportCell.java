package dev.latchkey.functions.report;

import java.time.Instant;

/** One cell of the access report, before it is known in which form the report is written. */
sealed interface ReportCell {

    /** What stays text whatever it looks like: an id of digits keeps its zeros, and a name is no formula. */
    record Text(String text) implements ReportCell {}

    record Count(int count) implements ReportCell {}

    record Flag(boolean set) implements ReportCell {}

    record Time(Instant at) implements ReportCell {}

    /** Nothing is to be told. */
    record Blank() implements ReportCell {}
}
