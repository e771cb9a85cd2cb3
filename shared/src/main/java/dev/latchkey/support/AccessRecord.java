package dev.latchkey.support;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditType;
import dev.latchkey.contactaccess.ContactAccess;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.staff.SupportRequest;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** What a support action writes besides its effect: an audit event, and the answer for a repeated request. */
final class AccessRecord {

    private static final String ANSWER = "answer";

    /** The answer, and the writes that belong in the transaction of the effect. */
    record Recorded(String answer, List<Write> writes) {}

    private final AccountEvents events;
    private final Function<ContactAccess, String> serializer;

    AccessRecord(AccountEvents events, Function<ContactAccess, String> serializer) {
        this.events = events;
        this.serializer = serializer;
    }

    /** @param after the contact's access after the action */
    Recorded of(
            AuditType type,
            String change,
            SupportRequest request,
            SupportTarget.About about,
            ContactAccess after,
            Instant now) {
        Map<String, String> detail = new TreeMap<>(Map.of("change", change));
        if (request.reason() != null) {
            detail.put("reason", request.reason());
        }
        List<Write> writes = new ArrayList<>();
        writes.add(events.record(
                type,
                AuditEvent.Outcome.SUCCESS,
                about.eventSubject(),
                request.sender().actor(),
                request.requestSource(),
                now,
                detail));
        String answer = serializer.apply(after);
        writes.addAll(Idempotency.kept(request.idempotency(), Map.of(ANSWER, answer), now));
        return new Recorded(answer, writes);
    }

    /** The stored answer. */
    static SupportOutcome answered(Map<String, String> answer) {
        return new SupportOutcome.Done(Objects.requireNonNull(answer.get(ANSWER)));
    }
}
