package dev.latchkey.magiclink;

import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.mail.MailPriority;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The writes for one requested link, and the answer that is kept for repeats. */
final class LinkRequestWrites {

    private static final String LINK_ID = "linkId";
    private static final String EMAIL = "email";
    private static final String EXPIRES_AT = "expiresAt";

    private final LinkFactory links;
    private final AuditTrail audit;

    LinkRequestWrites(Randomness randomness, AuditTrail audit) {
        this.links = new LinkFactory(randomness);
        this.audit = audit;
    }

    List<Write> of(SendLinkRequest request, MagicLink link, DeliveryAddress to, List<Write> along, Instant now) {
        List<Write> writes = new ArrayList<>(along);
        writes.addAll(links.mailed(link, MailPriority.BULK, request.requestSource(), now));
        writes.add(AddressItem.checkTakesMail(link.id().firm(), to.email()));
        writes.add(audit.record(event(request, link, now)));
        writes.addAll(Idempotency.kept(request.idempotency(), answer(link, to), now));
        return writes;
    }

    static SendOutcome accepted(MagicLink link, DeliveryAddress to) {
        return answerOf(answer(link, to));
    }

    static SendOutcome answerOf(Map<String, String> answer) {
        return new SendOutcome.Accepted(
                field(answer, LINK_ID), field(answer, EMAIL), Instant.parse(field(answer, EXPIRES_AT)));
    }

    private static Map<String, String> answer(MagicLink link, DeliveryAddress to) {
        return Map.of(
                LINK_ID, link.id().text(),
                EMAIL, to.email().address(),
                EXPIRES_AT, link.expiresAt().toString());
    }

    private static String field(Map<String, String> answer, String name) {
        String value = answer.get(name);
        if (value == null) {
            throw new IllegalStateException("a kept answer lacks " + name);
        }
        return value;
    }

    private static AuditEvent event(SendLinkRequest request, MagicLink link, Instant now) {
        return new AuditEvent(
                link.id().firm(),
                now,
                AuditType.LINK_SENT,
                AuditEvent.Outcome.SUCCESS,
                request.sender().actor(),
                Concerned.of(request.contact()),
                request.requestSource(),
                Map.of(
                        "linkId",
                        link.id().text(),
                        "requestId",
                        request.request().value()));
    }
}
