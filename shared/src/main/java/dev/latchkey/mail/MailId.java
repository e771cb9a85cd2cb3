package dev.latchkey.mail;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;
import java.util.Arrays;
import java.util.Optional;

/** One intended mail of a firm. All of a firm's stand in one partition, so that what was not sent can be listed. */
public record MailId(FirmId firm, String id, MailPriority priority) {

    static final String OUTBOX = "outbox";
    private static final String SEPARATOR = "#";

    public Key key() {
        return new Key(Key.join(firm.value(), OUTBOX), Key.join(priority.prefix, id));
    }

    /** Reads it back from the keys of a stream record; refuses any other key, which is a wrong filter and so a bug. */
    public static MailId of(Key key) {
        String[] partition = key.pk().split(SEPARATOR, -1);
        String[] sort = key.sk().split(SEPARATOR, -1);
        boolean ofAFirm = partition.length == 2 && partition[1].equals(OUTBOX);
        boolean ofAMail = sort.length == 2 && !sort[1].isEmpty();
        MailPriority priority = priority(sort[0]).orElse(null);
        if (!ofAFirm || !ofAMail || priority == null) {
            throw new IllegalArgumentException("not a key of the outbox");
        }
        return new MailId(new FirmId(partition[0]), sort[1], priority);
    }

    private static Optional<MailPriority> priority(String prefix) {
        return Arrays.stream(MailPriority.values())
                .filter(priority -> priority.prefix.equals(prefix))
                .findFirst();
    }
}
