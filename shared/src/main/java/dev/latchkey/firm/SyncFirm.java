package dev.latchkey.firm;

import dev.latchkey.store.Commit;
import dev.latchkey.store.Condition;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.StoreUnavailable;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.util.List;

/**
 * Applies a firm's directory events. It doesn't change the portal settings on the same item, so no event can weaken
 * access. The condition of the write drops older and repeated versions.
 */
public final class SyncFirm {

    private final Table table;

    public SyncFirm(Table table) {
        this.table = table;
    }

    /**
     * Applies the event unless it, or a newer one, was applied already.
     *
     * @throws StoreUnavailable while the data of a deleted firm is being erased: the event is applied after that
     */
    public void sync(FirmEvent facts) {
        Condition newer = Condition.less(DeletedFirm.VERSION, facts.version());
        Condition here = newer.and(Condition.missing(DeletedFirm.DELETED_AT));
        Condition gone =
                newer.and(Condition.exists(DeletedFirm.DELETED_AT)).and(Condition.missing(DeletedFirm.ERASING));
        if (update(facts, here, gone) == Commit.CONDITION_FAILED) {
            refuseWhileErasing(facts);
        }
    }

    private Commit update(FirmEvent facts, Condition here, Condition gone) {
        Condition unknown = Condition.absent().or(gone);
        if (facts.areWhole()) {
            return update(facts, unknown.or(here));
        }
        return update(facts, here) == Commit.CONDITION_FAILED
                        && update(facts.ofNewFirm(), unknown) == Commit.CONDITION_FAILED
                ? update(facts, here)
                : Commit.DONE;
    }

    private void refuseWhileErasing(FirmEvent facts) {
        DeletedFirm deleted = DeletedFirm.of(facts.id(), table.read(Firm.key(facts.id())));
        if (deleted != null && deleted.isErasing() && deleted.version() < facts.version()) {
            throw new StoreUnavailable("the firm is being erased");
        }
    }

    private Commit update(FirmEvent facts, Condition condition) {
        ItemUpdate changes = facts.branding()
                .replacing(ItemUpdate.none())
                .set(DeletedFirm.VERSION, facts.version())
                .remove(DeletedFirm.DELETED_AT)
                .noTimeToLive();
        String name = facts.name();
        Plan plan = facts.plan();
        changes = name == null ? changes : changes.set("name", name);
        changes = plan == null ? changes : changes.set("plan", plan.name());
        return table.commit(List.of(Write.update(Firm.key(facts.id()), changes, condition)));
    }
}
