package dev.latchkey.mail;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;

/** One intended mail of a firm. */
public record MailId(FirmId firm, String id) {

    static final String SORT_KEY = "outbox";
    private static final String SEPARATOR = "#";

    public Key key() {
        return new Key(Key.join(firm.value(), "outbox", id), SORT_KEY);
    }

    /** Reads it back from the keys of a stream record; refuses any other key, which is a wrong filter and so a bug. */
    public static MailId of(Key key) {
        String[] parts = key.pk().split(SEPARATOR, -1);
        if (parts.length != 3 || !parts[1].equals("outbox") || !key.sk().equals(SORT_KEY)) {
            throw new IllegalArgumentException("not a key of the outbox");
        }
        return new MailId(new FirmId(parts[0]), parts[2]);
    }
}
