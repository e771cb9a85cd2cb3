package dev.latchkey.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The items found by one consistent read, by key. Items are each read consistently but not as one cut through time:
 * what must hold together is checked again by the conditions of the commit.
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
