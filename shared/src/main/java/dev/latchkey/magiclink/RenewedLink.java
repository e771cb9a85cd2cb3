package dev.latchkey.magiclink;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.AddressOnContact;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactAddress;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.magiclink.LinkReader.LinkContext;
import dev.latchkey.magiclink.LinkReader.PresentedLink;
import dev.latchkey.mail.MailPriority;
import dev.latchkey.session.RequestId;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates the link that replaces one that its owner can't open. */
final class RenewedLink {

    private final LinkFactory links;
    private final AuditTrail audit;

    RenewedLink(LinkFactory links, AuditTrail audit) {
        this.links = links;
        this.audit = audit;
    }

    /** The writes of the new link and its counts; only the counts where it can't be sent to anybody. */
    List<Write> writes(
            PresentedLink old,
            Address address,
            LinkSeries signIns,
            List<Write> counts,
            RequestSource requestSource,
            Instant now) {
        LinkContext context = old.context();
        Optional<RequestId> request = context.link().scope().request();
        if (request.isEmpty()) {
            MagicLink link =
                    links.toSignIn(context.firm().id(), context.link().id().principal(), signIns, now);
            return links.signIn(link, counts, requestSource, now);
        }
        Contact contact = context.recipient() instanceof AddressOnContact(Contact on, var any) ? on : null;
        if (contact == null || !contact.isLive() || address.deliverable() == null) {
            return counts;
        }
        return contact.address(old.to().email())
                .map(here -> request(context, contact, here, request.get(), counts, requestSource, now))
                .orElse(counts);
    }

    private List<Write> request(
            LinkContext context,
            Contact contact,
            ContactAddress here,
            RequestId request,
            List<Write> counts,
            RequestSource requestSource,
            Instant now) {
        DeliveryAddress to = new DeliveryAddress(here.email(), contact.binding(here));
        MagicLink link = links.toRequest(context.firm(), contact.id(), request, to, context.series(), now);
        List<Write> writes = new ArrayList<>(counts);
        writes.addAll(links.mailed(link, MailPriority.INTERACTIVE, requestSource, now));
        writes.add(AddressItem.checkTakesMail(contact.firm(), to.email()));
        writes.add(ContactItem.check(contact));
        writes.add(audit.record(event(contact, link, request, requestSource, now)));
        return writes;
    }

    private static AuditEvent event(
            Contact contact, MagicLink link, RequestId request, RequestSource requestSource, Instant now) {
        return new AuditEvent(
                contact.firm(),
                now,
                AuditType.LINK_SENT,
                AuditEvent.Outcome.SUCCESS,
                new Actor(Actor.Kind.CLIENT, contact.subject()),
                Concerned.of(contact.id()),
                requestSource,
                Map.of("linkId", link.id().text(), "requestId", request.value()));
    }
}
