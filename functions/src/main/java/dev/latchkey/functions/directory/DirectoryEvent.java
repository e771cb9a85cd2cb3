package dev.latchkey.functions.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.contact.ContactEvent;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactType;
import dev.latchkey.contact.DirectoryFault;
import dev.latchkey.firm.FirmEvent;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.Plan;
import dev.latchkey.functions.event.MalformedEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A directory event of the practice application. Its subject and version are required and must be valid; unknown fields are
 * ignored, since the sender may add some; any other unreadable field is {@linkplain DirectoryFields absent}.
 */
public sealed interface DirectoryEvent {

    long LARGEST_VERSION = 1L << 53;
    String TYPE = "detail-type";

    /** Faults of unreadable fields. */
    List<DirectoryFault> faults();

    record OfFirm(FirmEvent facts, List<DirectoryFault> faults) implements DirectoryEvent {}

    record OfContact(ContactEvent facts, List<DirectoryFault> faults) implements DirectoryEvent {}

    record FirmDeleted(FirmId firm, long version) implements DirectoryEvent {

        @Override
        public List<DirectoryFault> faults() {
            return List.of();
        }
    }

    /** The exception for an event of another type. */
    static MalformedEvent ofAnotherType() {
        return new MalformedEvent(TYPE);
    }

    /** Throws {@link MalformedEvent}, which names the field and nothing of its value. */
    static DirectoryEvent read(ObjectNode event) {
        JsonNode detail = event.path("detail");
        return switch (event.path(TYPE).asText()) {
            case "firm.upserted" -> firm(detail);
            case "contact.upserted" -> contact(detail);
            case "contact.deleted" ->
                new OfContact(
                        new ContactEvent.Deleted(
                                id(detail, "firmId", FirmId::parse),
                                id(detail, "contactId", ContactId::parse),
                                version(detail)),
                        List.of());
            case "contact.erased" ->
                new OfContact(
                        new ContactEvent.Erased(
                                id(detail, "firmId", FirmId::parse),
                                id(detail, "contactId", ContactId::parse),
                                version(detail)),
                        List.of());
            case "firm.deleted" -> new FirmDeleted(id(detail, "firmId", FirmId::parse), version(detail));
            default -> throw ofAnotherType();
        };
    }

    private static OfFirm firm(JsonNode detail) {
        DirectoryFields fields = new DirectoryFields(detail);
        FirmEvent facts = new FirmEvent(
                id(detail, "firmId", FirmId::parse),
                version(detail),
                fields.name(),
                fields.constant("plan", Plan.values()),
                new BrandingFields(detail, fields).read());
        return new OfFirm(facts, fields.faults());
    }

    private static OfContact contact(JsonNode detail) {
        DirectoryFields fields = new DirectoryFields(detail);
        ContactEvent facts = new ContactEvent.Upserted(
                id(detail, "firmId", FirmId::parse),
                id(detail, "contactId", ContactId::parse),
                version(detail),
                fields.constant("type", ContactType.values()),
                fields.name(),
                fields.emails(),
                fields.archived(),
                fields.faults());
        return new OfContact(facts, fields.faults());
    }

    private static <T> T id(JsonNode detail, String field, Function<String, Optional<T>> parse) {
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
}
