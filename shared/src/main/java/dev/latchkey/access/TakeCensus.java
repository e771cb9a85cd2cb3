package dev.latchkey.access;

import dev.latchkey.contact.ClientIndex;
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

    public ClientCounts of(FirmId firm) {
        ClientCounter tally = new ClientCounter(firm);
        table.each(ClientIndex.INDEX, ClientIndex.of(firm), ClientIndex.COUNTED, tally::take);
        return tally.counts();
    }
}
