package dev.latchkey.functions.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.contact.ContactSummary;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.session.ActiveSession;
import dev.latchkey.session.Session;
import dev.latchkey.totp.Authenticator;
import java.util.List;

/** What clients see about themselves. */
final class MeBody {

    private MeBody() {}

    /** @param reached contacts, in their order in the reply; there may be more */
    static ObjectNode of(ActiveSession live, List<ContactSummary> reached) {
        Authenticator authenticator = live.authenticator();
        Session session = live.session();
        ObjectNode body = Bodies.object()
                .put("firm", live.firm().id().value())
                .put("email", session.email().address());
        for (ContactSummary contact : reached) {
            body.withArray("contacts")
                    .addObject()
                    .put("id", contact.contact().value())
                    .put("type", contact.type().name())
                    .put("name", contact.name());
        }
        body.put("contactsCount", live.recipient().contactCount());
        body.put("scope", session.scope().text());
        session.amr().forEach(body.withArray("amr")::add);
        return body.put("acr", session.acr())
                .put("totpEnrolled", authenticator != null)
                .put("recoveryCodesLeft", authenticator == null ? 0 : authenticator.codesLeft())
                .put("accessMode", live.firm().accessMode().name());
    }
}
