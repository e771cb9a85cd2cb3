package dev.latchkey.contact;

import dev.latchkey.contact.Contact.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Applies an event to a contact. An address keeps its generation only while the contact has it, in whatever case, and
 * stays in use. Otherwise it gets a new one.
 */
final class ContactUpdate {

    /** How many removed addresses are remembered. */
    private static final int MOST_FORMER = 5;

    private final Supplier<String> newId;

    ContactUpdate(Supplier<String> newId) {
        this.newId = newId;
    }

    /** {@code null} if the event is not newer than the contact: it changes nothing. */
    @Nullable
    Contact after(@Nullable Contact known, ContactEvent event, Instant now) {
        if (known != null && event.version() <= known.version()) {
            return null;
        }
        return switch (event) {
            case ContactEvent.Upserted upserted -> upserted(known, upserted, now);
            case ContactEvent.Deleted deleted ->
                new Contact(
                        deleted.firm(),
                        deleted.id(),
                        deleted.version(),
                        subject(known),
                        State.DELETED,
                        new ContactProfile(known == null ? ContactType.PERSON : known.type(), "", List.of()),
                        List.of(),
                        former(known, List.of(), now),
                        revision(known));
            case ContactEvent.Erased erased ->
                new Contact(
                        erased.firm(),
                        erased.id(),
                        erased.version(),
                        newId.get(),
                        State.ERASING,
                        new ContactProfile(ContactType.PERSON, "", List.of()),
                        List.of(),
                        List.of(),
                        revision(known));
        };
    }

    /**
     * The contact after only the removals of a later event. Its version is the one before the event's, so that the
     * event can still be applied and no earlier one can.
     */
    static Contact without(List<ContactAddress> gone, Contact known, Contact later, Instant now) {
        List<ContactAddress> kept = known.addresses().stream()
                .filter(address -> !gone.contains(address))
                .toList();
        return new Contact(
                known.firm(),
                known.id(),
                later.version() - 1,
                known.subject(),
                known.state(),
                known.profile(),
                kept,
                former(known, kept, now),
                revision(known));
    }

    private Contact upserted(@Nullable Contact known, ContactEvent.Upserted event, Instant now) {
        State state = state(known, event.archived());
        List<ContactAddress> addresses = new ArrayList<>();
        for (Email email : emails(known, event)) {
            if (addresses.stream().noneMatch(address -> address.email().sameAs(email))) {
                addresses.add(address(known, state, email, now));
            }
        }
        return new Contact(
                event.firm(),
                event.id(),
                event.version(),
                subject(known),
                state,
                profile(known, event),
                List.copyOf(addresses),
                former(known, addresses, now),
                revision(known));
    }

    private String subject(@Nullable Contact known) {
        return known == null ? newId.get() : known.subject();
    }

    /** A contact out of use comes back only by an event that can be read. */
    private static State state(@Nullable Contact known, @Nullable Boolean archived) {
        if (archived == null) {
            return known == null || known.isLive() ? State.LIVE : State.ARCHIVED;
        }
        return archived ? State.ARCHIVED : State.LIVE;
    }

    private static List<Email> emails(@Nullable Contact known, ContactEvent.Upserted event) {
        List<Email> emails = event.emails();
        if (emails != null) {
            return emails;
        }
        return known == null
                ? List.of()
                : known.addresses().stream().map(ContactAddress::email).toList();
    }

    private static ContactProfile profile(@Nullable Contact known, ContactEvent.Upserted event) {
        ContactType type = event.type();
        String name = event.name();
        ContactType stays = known == null ? ContactType.PERSON : known.type();
        String called = known == null ? "" : known.name();
        return new ContactProfile(type == null ? stays : type, name == null ? called : name, event.faults());
    }

    private static long revision(@Nullable Contact known) {
        return known == null ? 0 : known.revision() + 1;
    }

    /** The addresses that leave now, then those that left earlier, without any that is back. */
    private static List<FormerAddress> former(@Nullable Contact known, List<ContactAddress> now, Instant at) {
        if (known == null) {
            return List.of();
        }
        return Stream.concat(
                        known.addresses().stream()
                                .map(address -> new FormerAddress(address.email(), address.since(), at)),
                        known.former().stream())
                .filter(gone -> now.stream().noneMatch(here -> here.email().sameAs(gone.email())))
                .limit(MOST_FORMER)
                .toList();
    }

    private ContactAddress address(@Nullable Contact known, State state, Email email, Instant now) {
        Optional<ContactAddress> before = Optional.ofNullable(known).flatMap(contact -> contact.address(email));
        boolean stays = known != null && known.isLive() && state == State.LIVE;
        return new ContactAddress(
                email,
                before.filter(_ -> stays).map(ContactAddress::generation).orElseGet(newId),
                before.map(ContactAddress::since).orElse(now));
    }
}
