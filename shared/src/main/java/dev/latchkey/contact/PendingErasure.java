package dev.latchkey.contact;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a contact until the last trace of it is erased. It is written in the transaction that removes
 * the same from the contact, and deleted in the one that finishes the erasure.
 *
 * @param pseudonym replaces the person from then on: random, in the form of a contact's id
 * @param subjects those that the person acted under
 * @param emails those that the contact has, and the last that left it
 */
public record PendingErasure(
        FirmId firm, ContactId contact, ContactId pseudonym, Set<String> subjects, List<Email> emails) {

    private static final String PSEUDONYM = "pseudonym";
    private static final String SUBJECTS = "subjects";
    private static final String EMAILS = "emails";
    private static final String MARK = "erased-";

    static Key key(FirmId firm, ContactId contact) {
        return Principal.of(contact).key(firm, "erasure");
    }

    /** Both keys are needed to {@linkplain #underWay go on}. */
    public static List<Key> keys(FirmId firm, ContactId contact) {
        return List.of(ContactItem.key(firm, contact), key(firm, contact));
    }

    /** {@code null} if there is none. */
    public static @Nullable PendingErasure underWay(FirmId firm, ContactId id, ItemBatch stored) {
        Contact contact = ContactItem.read(firm, id, stored.get(ContactItem.key(firm, id)));
        return contact == null || contact.state() != Contact.State.ERASING
                ? null
                : read(firm, id, stored.get(key(firm, id)));
    }

    static @Nullable PendingErasure read(FirmId firm, ContactId id, @Nullable Item item) {
        return item == null
                ? null
                : new PendingErasure(
                        firm,
                        id,
                        new ContactId(item.text(PSEUDONYM)),
                        item.texts(SUBJECTS),
                        item.texts(EMAILS).stream().map(Email::new).toList());
    }

    /**
     * Records what the contact has before it is removed, together with what was recorded earlier; fails if another
     * write came first.
     *
     * @param read what was recorded; {@code null} for nothing
     */
    static Write note(
            FirmId firm, ContactId id, @Nullable Contact known, @Nullable PendingErasure read, Supplier<String> newId) {
        Set<String> subjects = new HashSet<>();
        List<Email> emails = new ArrayList<>();
        if (read != null) {
            subjects.addAll(read.subjects());
            emails.addAll(read.emails());
        }
        if (known != null) {
            subjects.add(known.subject());
            known.addresses().forEach(address -> emails.add(address.email()));
            known.former().forEach(gone -> emails.add(gone.email()));
        }
        Set<String> spellings = new HashSet<>();
        emails.forEach(email -> spellings.add(email.address()));
        Item item = Item.at(key(firm, id))
                .text(
                        PSEUDONYM,
                        read == null ? MARK + newId.get() : read.pseudonym().value())
                .texts(SUBJECTS, subjects)
                .texts(EMAILS, spellings)
                .build();
        return Write.put(item, read == null ? Condition.absent() : Condition.present());
    }

    /** The addresses, each once in whatever case. */
    public List<Principal> addresses() {
        return emails.stream()
                .map(email -> Principal.of(firm, email))
                .distinct()
                .toList();
    }

    /** The parts of a text that would identify the person. */
    public Stream<String> words() {
        return Stream.of(
                        Stream.of(contact.value()),
                        subjects.stream(),
                        emails.stream().flatMap(email -> Stream.of(email.address(), email.lookup())),
                        addresses().stream().map(address -> address.value().substring(1)))
                .flatMap(each -> each)
                .distinct();
    }

    /** Deletes the record; fails if it was deleted. */
    public Write done() {
        return Write.delete(key(firm, contact), Condition.present());
    }
}
