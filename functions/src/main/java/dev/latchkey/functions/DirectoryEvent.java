package dev.latchkey.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.contact.ContactFacts;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactType;
import dev.latchkey.contact.Email;
import dev.latchkey.firm.FirmFacts;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.Plan;
import dev.latchkey.text.Unicode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A directory event of the practice application. Fields that we don't know are let be, since the sender may learn more
 * words; each one that we know must be there and be right.
 */
sealed interface DirectoryEvent {

    int LONGEST_NAME = 500;
    int MOST_EMAILS = 40;
    long LARGEST_VERSION = 1L << 53;

    record OfFirm(FirmFacts facts) implements DirectoryEvent {}

    record OfContact(ContactFacts facts) implements DirectoryEvent {}

    /** Throws {@link MalformedEvent}, naming the field and nothing of what stood in it. */
    static DirectoryEvent read(ObjectNode event) {
        JsonNode detail = event.path("detail");
        return switch (event.path("detail-type").asText()) {
            case "firm.upserted" ->
                new OfFirm(new FirmFacts(
                        text(detail, "firmId", FirmId::parse),
                        version(detail),
                        text(detail, "name", DirectoryEvent::name),
                        text(detail, "plan", plan -> constant(Plan.values(), plan))));
            case "contact.upserted" -> new OfContact(upserted(detail));
            case "contact.deleted" ->
                new OfContact(new ContactFacts.Deleted(
                        text(detail, "firmId", FirmId::parse),
                        text(detail, "contactId", ContactId::parse),
                        version(detail)));
            default -> throw new MalformedEvent("detail-type");
        };
    }

    private static ContactFacts upserted(JsonNode detail) {
        return new ContactFacts.Upserted(
                text(detail, "firmId", FirmId::parse),
                text(detail, "contactId", ContactId::parse),
                version(detail),
                text(detail, "type", type -> constant(ContactType.values(), type)),
                text(detail, "name", DirectoryEvent::name),
                emails(detail),
                archived(detail));
    }

    private static <T> T text(JsonNode detail, String field, Function<String, Optional<T>> parse) {
        return Optional.ofNullable(detail.path(field).textValue())
                .flatMap(parse)
                .orElseThrow(() -> new MalformedEvent(field));
    }

    private static long version(JsonNode detail) {
        JsonNode version = detail.path("version");
        boolean whole = version.isIntegralNumber() && version.canConvertToLong();
        if (!whole || version.longValue() < 0 || version.longValue() > LARGEST_VERSION) {
            throw new MalformedEvent("version");
        }
        return version.longValue();
    }

    private static boolean archived(JsonNode detail) {
        if (!detail.path("archived").isBoolean()) {
            throw new MalformedEvent("archived");
        }
        return detail.path("archived").booleanValue();
    }

    private static List<Email> emails(JsonNode detail) {
        JsonNode emails = detail.path("emails");
        if (!emails.isArray() || emails.size() > MOST_EMAILS) {
            throw new MalformedEvent("emails");
        }
        return emails.valueStream()
                .map(email -> Optional.ofNullable(email.textValue())
                        .flatMap(Email::parse)
                        .orElseThrow(() -> new MalformedEvent("emails")))
                .toList();
    }

    private static Optional<String> name(String text) {
        return text.length() <= LONGEST_NAME && Unicode.isWellFormed(text) ? Optional.of(text) : Optional.empty();
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] values, String name) {
        return Stream.of(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
