package dev.latchkey.store;

import org.jspecify.annotations.Nullable;

/** One conditional write, alone or in a transaction. */
public sealed interface Write {

    record Put(Item item, @Nullable Condition condition) implements Write {}

    record Update(Key key, ItemUpdate changes, @Nullable Condition condition) implements Write {}

    record Delete(Key key, @Nullable Condition condition) implements Write {}

    record Check(Key key, Condition condition) implements Write {}

    /** Puts an item that must not exist yet. */
    static Write create(Item item) {
        return new Put(item, Condition.absent());
    }

    static Write put(Item item, Condition condition) {
        return new Put(item, condition);
    }

    /** Puts an item unconditionally. Only for facts that are the same however often they are written. */
    static Write overwrite(Item item) {
        return new Put(item, null);
    }

    static Update update(Key key, ItemUpdate changes, Condition condition) {
        return new Update(key, changes, condition);
    }

    /** Changes an item unconditionally, and creates it if there is none. */
    static Update update(Key key, ItemUpdate changes) {
        return new Update(key, changes, null);
    }

    /** Deletes an item; it is no failure if there is none. */
    static Write delete(Key key) {
        return new Delete(key, null);
    }

    static Write delete(Key key, Condition condition) {
        return new Delete(key, condition);
    }

    /** Changes nothing, but fails the transaction unless the condition holds. */
    static Write check(Key key, Condition condition) {
        return new Check(key, condition);
    }
}
