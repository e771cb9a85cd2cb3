package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fuzz.Foreign;
import dev.latchkey.store.Key;

/** The keys of a record of the table's stream are those of one mail of one firm, or a bug that is told as one. */
public final class OutboxKeyFuzz {

    private OutboxKeyFuzz() {}

    /** Bytes are partition and sort key with a line break between them. */
    public static void fuzzerTestOneInput(byte[] data) {
        String[] keys = Foreign.lines(Foreign.text(data), 2);
        Key key = new Key(keys[0], keys[1]);
        MailId mail;
        try {
            mail = MailId.of(key);
        } catch (IllegalArgumentException another) {
            return;
        }
        assertThat(mail.key()).isEqualTo(key);
    }
}
