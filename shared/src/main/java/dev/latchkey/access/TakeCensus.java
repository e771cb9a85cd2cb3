package dev.latchkey.access;

import dev.latchkey.contact.Roll;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Table;

/** Counts a firm's clients by its roll: one call a megabyte, so one of a small firm and some thirty for 100,000 contacts. */
public final class TakeCensus {

    private final Table table;

    public TakeCensus(Table table) {
        this.table = table;
    }

    public Census of(FirmId firm) {
        CensusTally tally = new CensusTally(firm);
        table.each(Roll.INDEX, Roll.of(firm), Roll.FACTS, tally::take);
        return tally.census();
    }
}
