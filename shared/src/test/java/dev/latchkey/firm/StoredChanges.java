package dev.latchkey.firm;

import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBuilder;
import dev.latchkey.store.Write;
import java.time.Instant;

/** An item as it would be after an update of nothing. */
final class StoredChanges {

    private StoredChanges() {}

    static Item item(Write.Update update) {
        ItemBuilder item = Item.at(update.key());
        update.changes().set().forEach((name, value) -> {
            switch (value) {
                case String text -> item.text(name, text);
                case Long number -> item.number(name, number);
                case Instant time -> item.time(name, time);
                default -> throw new IllegalStateException(name);
            }
        });
        return item.build();
    }
}
