package dev.latchkey.firm;

import dev.latchkey.store.Changes;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.util.List;

/**
 * Takes a firm's directory facts. Portal settings on the same item are left alone, so that no event can weaken access.
 * An older or repeated version changes nothing, which the write's own condition sees to.
 */
public final class SyncFirm {

    private final Table table;

    public SyncFirm(Table table) {
        this.table = table;
    }

    /** Takes in the facts unless these or newer ones are here already. */
    public void sync(FirmFacts facts) {
        Changes changes = Changes.none()
                .set("name", facts.name())
                .set("plan", facts.plan().name())
                .set("version", facts.version());
        Condition newer = Condition.absent().or(Condition.less("version", facts.version()));
        table.commit(List.of(Write.update(Firm.key(facts.id()), changes, newer)));
    }
}
