package dev.latchkey.audit;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Principal;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The person to erase from the audit trail. Type, time and outcome of an event stay. A pseudonym replaces the person as
 * actor and as contact, and everything else that identifies the person. Other contacts and members of staff stay named.
 *
 * @param subjects the subjects under which the person acted
 * @param addresses the addresses that no other contact has
 */
public record ErasedPerson(ContactId contact, ContactId pseudonym, Set<String> subjects, List<Principal> addresses) {

    /** Details whose values are our own words and numbers. Other details may be ids, or text that staff typed. */
    private static final Set<String> OURS =
            Set.of("amr", "cause", "change", "contacts", "left", "sessions", "status", "step");

    private static final String REASON = "reason";

    /** Matches the events that may identify the person. */
    Condition isIn() {
        return Stream.of(
                        Stream.of(Condition.contains(AuditItem.CONTACTS, contact.value())),
                        addresses.stream().map(address -> Condition.equal(AuditItem.ADDRESS, address.value())),
                        subjects.stream().map(subject -> Condition.equal(AuditItem.ACTOR, subject)))
                .flatMap(each -> each)
                .reduce(Condition::or)
                .orElseThrow();
    }

    /** Replaces the event by one without the person. The condition fails if the event was changed since it was read. */
    Write erase(Item read, Instant now) {
        boolean byStaff = kind(read) == Actor.Kind.STAFF;
        boolean byClient = kind(read) == Actor.Kind.CLIENT;
        boolean isTheirs = isTheirs(read.optionalText(AuditItem.ADDRESS));
        Item erased = Item.at(read.key())
                .text(AuditItem.ID, read.text(AuditItem.ID))
                .time(AuditItem.AT, read.time(AuditItem.AT))
                .text(AuditItem.TYPE, read.text(AuditItem.TYPE))
                .text(AuditItem.OUTCOME, read.text(AuditItem.OUTCOME))
                .text(AuditItem.ACTOR_KIND, read.text(AuditItem.ACTOR_KIND))
                .text(AuditItem.ACTOR, actor(read))
                .texts(AuditItem.CONTACTS, contacts(read, isTheirs))
                .text(AuditItem.ADDRESS, isTheirs ? null : read.optionalText(AuditItem.ADDRESS))
                .text(AuditItem.REQUEST, byClient ? pseudonym.value() : read.text(AuditItem.REQUEST))
                .text(AuditItem.SOURCE, byClient ? pseudonym.value() : read.text(AuditItem.SOURCE))
                .rows(AuditItem.DETAIL, List.of(detail(read, byStaff)))
                .time(AuditItem.ERASED_AT, later(read, now))
                .timeToLive(read)
                .build();
        Instant before = read.optionalTime(AuditItem.ERASED_AT);
        Condition asRead = before == null
                ? Condition.missing(AuditItem.ERASED_AT)
                : Condition.equal(AuditItem.ERASED_AT, before.toEpochMilli());
        return Write.put(erased, Condition.present().and(asRead));
    }

    private static Actor.Kind kind(Item read) {
        return Actor.Kind.valueOf(read.text(AuditItem.ACTOR_KIND));
    }

    private boolean isTheirs(@Nullable String address) {
        return addresses.stream().anyMatch(each -> each.value().equals(address));
    }

    /** If no other contact is named, a client who acted was this person, under any subject. */
    private String actor(Item read) {
        String actor = read.text(AuditItem.ACTOR);
        boolean namesOthers = read.texts(AuditItem.CONTACTS).stream().anyMatch(named -> !named.equals(contact.value()));
        boolean wasTheirs = kind(read) == Actor.Kind.CLIENT && (subjects.contains(actor) || !namesOthers);
        return wasTheirs ? pseudonym.value() : actor;
    }

    private Set<String> contacts(Item read, boolean isTheirs) {
        Set<String> named = read.texts(AuditItem.CONTACTS);
        Stream<String> others = named.stream().filter(each -> !each.equals(contact.value()));
        boolean isAbout = isTheirs || named.contains(contact.value());
        return Stream.concat(others, isAbout ? Stream.of(pseudonym.value()) : Stream.empty())
                .collect(Collectors.toSet());
    }

    private Map<String, String> detail(Item read, boolean byStaff) {
        Map<String, String> detail = new HashMap<>(read.rows(AuditItem.DETAIL).getFirst());
        detail.replaceAll(
                (name, value) -> OURS.contains(name) || (name.equals(REASON) && !byStaff) ? value : pseudonym.value());
        return detail;
    }

    /** Different at each change, so that concurrent changes are detected. */
    private static Instant later(Item read, Instant now) {
        Instant before = read.optionalTime(AuditItem.ERASED_AT);
        return before == null || before.isBefore(now) ? now : before.plusMillis(1);
    }
}
