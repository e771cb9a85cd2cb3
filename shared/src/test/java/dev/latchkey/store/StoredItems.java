package dev.latchkey.store;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one read would have found, for decisions on it. */
public final class StoredItems {

    private StoredItems() {}

    public static ItemBatch of(Item... items) {
        return new ItemBatch(Arrays.stream(items).collect(Collectors.toMap(Item::key, Function.identity())));
    }
}
