package dev.latchkey.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The items that one call found, by key. Each is read consistently, but together they are not a snapshot of one
 * instant: the conditions of the commit check again what must hold together.
 */
public final class ItemBatch {

    private final Map<Key, Item> items;

    ItemBatch(Map<Key, Item> items) {
        this.items = items;
    }

    public @Nullable Item get(Key key) {
        return items.get(key);
    }
}
