package dev.latchkey.erasure;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.mail.MailDispatcher;
import dev.latchkey.mail.Outbox;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.store.Item;
import dev.latchkey.store.Table;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Deletes what is stored about a contact with its firm. */
final class FirmRemains {

    private static final Pattern BETWEEN_PARTS = Pattern.compile("\\.");

    private final Table table;
    private final Remains remains;

    FirmRemains(Table table) {
        this.table = table;
        this.remains = new Remains(table);
    }

    /** Deletes mail that is still queued, if it is about the contact or one of these addresses. */
    void deleteMailTo(FirmId firm, ContactId contact, List<Principal> addresses) {
        for (Outbox.Intended mail : Outbox.all(table, firm)) {
            boolean isTheirs = principals(mail.reference())
                    .anyMatch(principal -> principal.contact().equals(Optional.of(contact))
                            || addresses.contains(principal.address()));
            if (isTheirs) {
                table.commit(MailDispatcher.done(mail.id()));
            }
        }
    }

    /** A reference is a principal, or one of its parts is. */
    private static Stream<Principal> principals(String reference) {
        return BETWEEN_PARTS
                .splitAsStream(reference)
                .filter(part -> part.contains("~"))
                .flatMap(part -> Principal.parse(part).stream());
    }

    /** Deletes stored answers that contain one of these words. An answer about another contact may name this one. */
    void deleteAnswersWith(FirmId firm, List<String> words) {
        Pattern any = Pattern.compile(words.stream()
                .map(word -> "(?<![A-Za-z0-9_-])" + Pattern.quote(word) + "(?![A-Za-z0-9_-])")
                .collect(Collectors.joining("|")));
        List<Item> found = table.list(Firm.key(firm).pk(), Idempotency.PREFIX).stream()
                .filter(kept -> Idempotency.texts(kept)
                        .anyMatch(text -> any.matcher(text).find()))
                .toList();
        remains.delete(found);
    }
}
