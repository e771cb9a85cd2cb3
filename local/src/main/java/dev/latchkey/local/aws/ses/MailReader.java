package dev.latchkey.local.aws.ses;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where sent mail can be read. */
public interface MailReader {
    /** Newest first; of one recipient, or all when null. Addresses are compared without regard to ASCII case only. */
    List<Mailbox.Message> messages(@Nullable String to);
}
