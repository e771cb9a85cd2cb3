package dev.latchkey.firm;

import dev.latchkey.store.Changes;
import dev.latchkey.store.Commit;
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
        Condition newer = Condition.less("version", facts.version());
        if (facts.areWhole()) {
            update(facts, Condition.absent().or(newer));
        } else if (update(facts, newer) == Commit.LOST
                && update(facts.ofNewFirm(), Condition.absent()) == Commit.LOST) {
            update(facts, newer);
        }
    }

    private Commit update(FirmFacts facts, Condition condition) {
        Changes changes = facts.branding().replacing(Changes.none().set("version", facts.version()));
        String name = facts.name();
        Plan plan = facts.plan();
        changes = name == null ? changes : changes.set("name", name);
        changes = plan == null ? changes : changes.set("plan", plan.name());
        return table.commit(List.of(Write.update(Firm.key(facts.id()), changes, condition)));
    }
}
