package dev.latchkey.functions.audit;

import dev.latchkey.audit.AuditQuery;
import dev.latchkey.audit.AuditType;
import dev.latchkey.contact.ContactId;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.Rfc3339;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads which events to list. */
public final class AuditFields {

    private AuditFields() {}

    public static AuditQuery of(Request request) {
        return new AuditQuery(
                read(request, "contactId", ContactId::parse, "must be an id"),
                read(request, "type", AuditType::of, "must be a type of event"),
                read(request, "from", Rfc3339::parse, Rfc3339.MUST),
                read(request, "to", Rfc3339::parse, Rfc3339.MUST));
    }

    private static <T> @Nullable T read(
            Request request, String name, Function<String, Optional<T>> parse, String must) {
        String text = request.query().get(name);
        return text == null ? null : parse.apply(text).orElseThrow(() -> Fields.invalid(name, must));
    }
}
