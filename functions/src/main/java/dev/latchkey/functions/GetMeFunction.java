package dev.latchkey.functions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.contact.Listed;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionDoor;
import dev.latchkey.session.LiveSession;
import dev.latchkey.session.Session;

/** {@code GET /v1/me}: who the caller is, how they got in, and what they reach. */
public final class GetMeFunction extends HttpFunction {

    private final SessionDoor door;

    public GetMeFunction() {
        this(Latchkey.onLambda());
    }

    public GetMeFunction(Latchkey latchkey) {
        this.door = latchkey.sessionDoor();
    }

    @Override
    protected Reply handle(Request request) {
        return Reply.ok(body(door.admit(request)));
    }

    private static ObjectNode body(LiveSession live) {
        Session session = live.session();
        ObjectNode body = Bodies.object()
                .put("firm", live.firm().id().value())
                .put("email", session.email().address());
        for (Listed contact : live.recipient().contacts()) {
            body.withArray("contacts")
                    .addObject()
                    .put("id", contact.standing().contact().value())
                    .put("type", contact.type().name())
                    .put("name", contact.name());
        }
        body.put("scope", session.scope().text());
        session.amr().forEach(body.withArray("amr")::add);
        return body.put("acr", session.acr())
                .put("totpEnrolled", false)
                .put("recoveryCodesLeft", 0)
                .put("accessMode", live.firm().accessMode().name());
    }
}
