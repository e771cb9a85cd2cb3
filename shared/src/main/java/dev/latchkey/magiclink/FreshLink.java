package dev.latchkey.magiclink;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.audit.Origin;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.AddressOnContact;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactAddress;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.magiclink.LinkReader.Found;
import dev.latchkey.magiclink.LinkReader.Opened;
import dev.latchkey.mail.MailPriority;
import dev.latchkey.session.RequestId;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The link that takes the place of one that its holder can't open. */
final class FreshLink {

    private final NewLinks links;
    private final AuditTrail audit;

    FreshLink(NewLinks links, AuditTrail audit) {
        this.links = links;
        this.audit = audit;
    }

    /** With its counts; these alone where there is nobody to send it to. */
    List<Write> writes(
            Opened old, Address address, LinkThread signIns, List<Write> counts, Origin origin, Instant now) {
        Found found = old.found();
        Optional<RequestId> request = found.link().scope().request();
        if (request.isEmpty()) {
            MagicLink link = links.toSignIn(found.firm().id(), found.link().id().holder(), signIns, now);
            return links.signIn(link, counts, origin, now);
        }
        Contact contact = found.recipient() instanceof AddressOnContact(Contact on, var any) ? on : null;
        if (contact == null || !contact.isLive() || address.deliverable() == null) {
            return counts;
        }
        return contact.address(old.to().email())
                .map(here -> request(found, contact, here, request.get(), counts, origin, now))
                .orElse(counts);
    }

    private List<Write> request(
            Found found,
            Contact contact,
            ContactAddress here,
            RequestId request,
            List<Write> counts,
            Origin origin,
            Instant now) {
        Addressing to = new Addressing(here.email(), contact.standing(here));
        MagicLink link = links.toRequest(found.firm(), contact.id(), request, to, found.thread(), now);
        List<Write> writes = new ArrayList<>(counts);
        writes.addAll(links.mailed(link, MailPriority.INTERACTIVE, origin, now));
        writes.add(AddressItem.checkTakesMail(contact.firm(), to.email()));
        writes.add(ContactItem.check(contact));
        writes.add(audit.record(event(contact, link, request, origin, now)));
        return writes;
    }

    private static AuditEvent event(Contact contact, MagicLink link, RequestId request, Origin origin, Instant now) {
        return new AuditEvent(
                contact.firm(),
                now,
                AuditType.LINK_SENT,
                AuditEvent.Outcome.SUCCESS,
                new Actor(Actor.Kind.CLIENT, contact.subject()),
                Concerned.of(contact.id()),
                origin,
                Map.of("linkId", link.id().text(), "requestId", request.value()));
    }
}
