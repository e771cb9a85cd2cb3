package dev.latchkey.account;

import dev.latchkey.attempts.Tries.Taking;
import dev.latchkey.audit.Origin;
import dev.latchkey.mail.MailKind;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Records that a second factor was wrong, on whatever route. The tenth in a row locks the step; at the fifth the owner is
 * told by mail, once, because whoever types codes has proven the first factor.
 */
public final class CodeRefusal {

    private static final long TOLD_AT = 5;

    private final Table table;
    private final AccountEvents events;

    public CodeRefusal(Table table, AccountEvents events) {
        this.table = table;
        this.events = events;
    }

    /** Records it, in the word of its budget. */
    public void refuse(Taking.Taken taken, AccountEvents.About about, Origin origin, Instant now) {
        String step = taken.budget().authenticator().word();
        List<Write> writes = new ArrayList<>();
        writes.add(taken.budget().fail());
        writes.add(events.wrongCode(about, step, origin, now));
        if (taken.locks()) {
            writes.add(events.locked(about, step, origin, now));
        }
        if (taken.ordinal() == TOLD_AT) {
            writes.add(events.notice(MailKind.WRONG_CODES, null, about, origin, now));
        }
        table.commit(writes);
    }
}
