package dev.latchkey.mail;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;

/** One intended mail of a firm. All of a firm's stand in one partition, so that what was not sent can be listed. */
public record MailId(FirmId firm, String id) {

    static final String OUTBOX = "outbox";
    private static final String SEPARATOR = "#";

    public Key key() {
        return new Key(Key.join(firm.value(), OUTBOX), Key.join(OUTBOX, id));
    }

    /** Reads it back from the keys of a stream record; refuses any other key, which is a wrong filter and so a bug. */
    public static MailId of(Key key) {
        String[] partition = key.pk().split(SEPARATOR, -1);
        String[] sort = key.sk().split(SEPARATOR, -1);
        boolean ofAFirm = partition.length == 2 && partition[1].equals(OUTBOX);
        boolean ofAMail = sort.length == 2 && sort[0].equals(OUTBOX) && !sort[1].isEmpty();
        if (!ofAFirm || !ofAMail) {
            throw new IllegalArgumentException("not a key of the outbox");
        }
        return new MailId(new FirmId(partition[0]), sort[1]);
    }
}
