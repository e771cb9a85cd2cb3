package dev.latchkey.report;

import dev.latchkey.contact.ClientIndex;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Table;

/**
 * Counts a firm's clients by its client index. Costs one call per 5,000 items. A contact with an address has two items,
 * an account adds a third and an authenticator a fourth: one call for 1,000 contacts, about fifty for 100,000.
 */
public final class CountClients {

    private final Table table;

    public CountClients(Table table) {
        this.table = table;
    }

    public ClientCounts of(FirmId firm) {
        ClientCounter counter = new ClientCounter(firm);
        table.each(ClientIndex.INDEX, ClientIndex.of(firm), ClientIndex.COUNTED, counter::take);
        return counter.counts();
    }
}
