package dev.latchkey.functions.directory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.contact.DirectoryFault;
import dev.latchkey.contact.Email;
import dev.latchkey.text.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a directory event says about a firm or contact, field by field. An unreadable field counts as absent and is noted as a
 * fault. It never blocks the rest, least of all what the event takes away.
 */
final class DirectoryFields {

    private static final int LONGEST_NAME = 500;
    private static final int MOST_EMAILS = 40;

    /** For addresses; others are few. */
    private static final int MOST_FAULTS = 30;

    private final JsonNode detail;
    private final List<DirectoryFault> faults = new ArrayList<>();

    DirectoryFields(JsonNode detail) {
        this.detail = detail;
    }

    /** One of these constants. */
    <E extends Enum<E>> @Nullable E constant(String field, E[] values) {
        String word = detail.path(field).textValue();
        E found = Stream.of(values)
                .filter(value -> value.name().equals(word))
                .findFirst()
                .orElse(null);
        if (found == null) {
            fault(field, "is missing or not known");
        }
        return found;
    }

    /** Cut if it is too long. */
    @Nullable
    String name() {
        String text = detail.path("name").textValue();
        if (text == null) {
            fault("name", "is missing or no text");
            return null;
        }
        String name = Names.taken(text);
        if (name.length() > LONGEST_NAME) {
            fault("name", "is longer than " + LONGEST_NAME + " characters and was cut");
        }
        return Names.beginning(name, LONGEST_NAME);
    }

    /** The valid addresses, at most the first forty. */
    @Nullable
    List<Email> emails() {
        JsonNode list = detail.path("emails");
        if (!list.isArray()) {
            fault("emails", "is missing or no list");
            return null;
        }
        List<Email> emails = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            Email email = Email.parse(Objects.requireNonNullElse(list.get(i).textValue(), ""))
                    .orElse(null);
            if (email == null) {
                notAnAddress(i);
            } else if (known.add(email.lookup())) {
                emails.add(email);
            }
        }
        if (emails.size() > MOST_EMAILS) {
            fault("emails", "holds more than " + MOST_EMAILS + " addresses, of which the first are taken");
        }
        return emails.stream().limit(MOST_EMAILS).toList();
    }

    private void notAnAddress(int index) {
        if (faults.size() < MOST_FAULTS) {
            fault("emails[" + index + "]", "is not one plain address");
        }
    }

    @Nullable
    Boolean archived() {
        JsonNode archived = detail.path("archived");
        if (archived.isBoolean()) {
            return archived.booleanValue();
        }
        fault("archived", "is neither true nor false");
        return null;
    }

    /** Faults found so far; of many unreadable addresses only the first. */
    List<DirectoryFault> faults() {
        return List.copyOf(faults);
    }

    /** Notes an unreadable field without its value. */
    void fault(String field, String message) {
        faults.add(new DirectoryFault(field, message));
    }
}
