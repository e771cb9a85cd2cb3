package dev.latchkey.mail;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;
import java.util.Arrays;
import java.util.Optional;

/** One mail of a firm. All mails of a firm that are not sent are in one partition, so that they can be listed. */
public record MailId(FirmId firm, String id, MailPriority priority) {

    static final String OUTBOX = "outbox";
    private static final String SEPARATOR = "#";

    public Key key() {
        return new Key(Key.join(firm.value(), OUTBOX), Key.join(priority.prefix, id));
    }

    /** Reads it from the keys of a stream record. Another key means a wrong filter, which is a bug. */
    public static MailId of(Key key) {
        String[] partition = key.pk().split(SEPARATOR, -1);
        String[] sortKey = key.sk().split(SEPARATOR, -1);
        boolean ofAFirm = partition.length == 2 && partition[1].equals(OUTBOX);
        boolean ofAMail = sortKey.length == 2 && !sortKey[1].isEmpty();
        MailPriority priority = priority(sortKey[0]).orElse(null);
        if (!ofAFirm || !ofAMail || priority == null) {
            throw new IllegalArgumentException("not a key of the outbox");
        }
        return new MailId(new FirmId(partition[0]), sortKey[1], priority);
    }

    private static Optional<MailPriority> priority(String prefix) {
        return Arrays.stream(MailPriority.values())
                .filter(priority -> priority.prefix.equals(prefix))
                .findFirst();
    }
}
