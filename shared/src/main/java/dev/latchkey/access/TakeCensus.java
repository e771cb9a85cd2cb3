package dev.latchkey.access;

import dev.latchkey.contact.Roll;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Table;

/**
 * Counts a firm's clients by its roll. One call for 5,000 items, of which a contact with an address has two, an account a
 * third and an app a fourth: one call of a firm of a thousand contacts, some fifty of one of 100,000.
 */
public final class TakeCensus {

    private final Table table;

    public TakeCensus(Table table) {
        this.table = table;
    }

    public Census of(FirmId firm) {
        CensusTally tally = new CensusTally(firm);
        table.each(Roll.INDEX, Roll.of(firm), Roll.COUNTED, tally::take);
        return tally.census();
    }
}
