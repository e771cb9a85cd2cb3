package dev.latchkey.invitation;

import dev.latchkey.contact.ContactId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts a request invites. Stored before the first is invited, so that an interrupted request continues with
 * the same plan.
 *
 * @param next the contact after which the next request begins; {@code null} at the end
 */
record BulkInvitePlan(List<ContactId> contacts, @Nullable ContactId next) {

    private static final String CONTACTS = "contacts";
    private static final String NEXT = "next";

    Map<String, String> row() {
        Map<String, String> row = new HashMap<>();
        row.put(CONTACTS, contacts.stream().map(ContactId::value).collect(Collectors.joining(" ")));
        if (next != null) {
            row.put(NEXT, next.value());
        }
        return row;
    }

    static BulkInvitePlan of(Map<String, String> row) {
        String next = row.get(NEXT);
        List<ContactId> contacts = Arrays.stream(row.getOrDefault(CONTACTS, "").split(" ", -1))
                .filter(id -> !id.isEmpty())
                .map(ContactId::new)
                .toList();
        return new BulkInvitePlan(contacts, next == null ? null : new ContactId(next));
    }
}
