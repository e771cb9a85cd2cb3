package dev.latchkey.reauthentication;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.mail.MailKind;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.AttemptReservations.ReservationOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Records a wrong second factor, on every route. The tenth in a row locks the step. At the fifth the owner gets one mail,
 * because whoever types codes has proven the first factor.
 */
public final class WrongCodeRecorder {

    private static final long TOLD_AT = 5;

    private final Table table;
    private final AccountEvents events;

    public WrongCodeRecorder(Table table, AccountEvents events) {
        this.table = table;
        this.events = events;
    }

    /** Records it, with the name of the factor of its budget. */
    public void refuse(
            ReservationOutcome.Taken taken, AccountEvents.About about, RequestSource requestSource, Instant now) {
        String step = taken.budget().factor().value();
        List<Write> writes = new ArrayList<>();
        writes.add(taken.budget().fail());
        writes.add(events.wrongCode(about, step, requestSource, now));
        if (taken.locks()) {
            writes.add(events.locked(about, step, requestSource, now));
        }
        if (taken.ordinal() == TOLD_AT) {
            writes.add(events.notice(MailKind.WRONG_CODES, null, about, requestSource, now));
        }
        table.commit(writes);
    }
}
