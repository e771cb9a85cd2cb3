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
    public void sync(FirmEvent event) {
        Condition newer = Condition.less(DeletedFirm.VERSION, event.version());
        Condition here = newer.and(Condition.missing(DeletedFirm.DELETED_AT));
        Condition gone =
                newer.and(Condition.exists(DeletedFirm.DELETED_AT)).and(Condition.missing(DeletedFirm.ERASING));
        if (update(event, here, gone) == Commit.CONDITION_FAILED) {
            refuseWhileErasing(event);
        }
    }

    private Commit update(FirmEvent event, Condition here, Condition gone) {
        Condition unknown = Condition.absent().or(gone);
        if (event.areWhole()) {
            return update(event, unknown.or(here));
        }
        return update(event, here) == Commit.CONDITION_FAILED
                        && update(event.ofNewFirm(), unknown) == Commit.CONDITION_FAILED
                ? update(event, here)
                : Commit.DONE;
    }

    private void refuseWhileErasing(FirmEvent event) {
        DeletedFirm deleted = DeletedFirm.of(event.id(), table.read(Firm.key(event.id())));
        if (deleted != null && deleted.isErasing() && deleted.version() < event.version()) {
            throw new StoreUnavailable("the firm is being erased");
        }
    }

    private Commit update(FirmEvent event, Condition condition) {
        ItemUpdate changes = event.branding()
                .replacing(ItemUpdate.none())
                .set(DeletedFirm.VERSION, event.version())
                .remove(DeletedFirm.DELETED_AT)
                .noTimeToLive();
        String name = event.name();
        Plan plan = event.plan();
        changes = name == null ? changes : changes.set("name", name);
        changes = plan == null ? changes : changes.set("plan", plan.name());
        return table.commit(List.of(Write.update(Firm.key(event.id()), changes, condition)));
    }
}
