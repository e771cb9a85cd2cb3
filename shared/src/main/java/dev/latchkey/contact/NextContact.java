package dev.latchkey.contact;

import dev.latchkey.contact.Contact.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a contact becomes by a new saying. An address keeps its generation only while it stands, spelled in whatever
 * case, on a contact that was in use before and is in use after; otherwise it begins a new one.
 */
final class NextContact {

    /** So many of the addresses that left it are remembered. */
    private static final int MOST_FORMER = 5;

    private final Supplier<String> newId;

    NextContact(Supplier<String> newId) {
        this.newId = newId;
    }

    /** {@code null} when the saying is no newer than what is known: it changes nothing. */
    @Nullable
    Contact after(@Nullable Contact known, ContactFacts facts, Instant now) {
        if (known != null && facts.version() <= known.version()) {
            return null;
        }
        String subject = known == null ? newId.get() : known.subject();
        return switch (facts) {
            case ContactFacts.Upserted upserted -> upserted(known, subject, upserted, now);
            case ContactFacts.Deleted deleted ->
                new Contact(
                        deleted.firm(),
                        deleted.id(),
                        deleted.version(),
                        subject,
                        State.DELETED,
                        known == null ? ContactType.PERSON : known.type(),
                        "",
                        List.of(),
                        former(known, List.of(), now),
                        revision(known));
        };
    }

    private Contact upserted(@Nullable Contact known, String subject, ContactFacts.Upserted facts, Instant now) {
        State state = facts.archived() ? State.ARCHIVED : State.LIVE;
        List<ContactAddress> addresses = new ArrayList<>();
        for (Email email : facts.emails()) {
            if (addresses.stream().noneMatch(address -> address.email().sameAs(email))) {
                addresses.add(new ContactAddress(email, generation(known, state, email)));
            }
        }
        return new Contact(
                facts.firm(),
                facts.id(),
                facts.version(),
                subject,
                state,
                facts.type(),
                facts.name(),
                List.copyOf(addresses),
                former(known, addresses, now),
                revision(known));
    }

    private static long revision(@Nullable Contact known) {
        return known == null ? 0 : known.revision() + 1;
    }

    /** Those that leave now before those that left earlier; an address that is back is none of them. */
    private static List<FormerAddress> former(@Nullable Contact known, List<ContactAddress> now, Instant at) {
        if (known == null) {
            return List.of();
        }
        return Stream.concat(
                        known.addresses().stream().map(address -> new FormerAddress(address.email(), at)),
                        known.former().stream())
                .filter(gone -> now.stream().noneMatch(here -> here.email().sameAs(gone.email())))
                .limit(MOST_FORMER)
                .toList();
    }

    private String generation(@Nullable Contact known, State state, Email email) {
        if (known == null || !known.isLive() || state != State.LIVE) {
            return newId.get();
        }
        return known.address(email).map(ContactAddress::generation).orElseGet(newId);
    }
}
