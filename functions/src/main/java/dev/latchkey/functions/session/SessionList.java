package dev.latchkey.functions.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.audit.TruncatedIp;
import dev.latchkey.device.UserAgentLabel;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.session.Session;
import dev.latchkey.session.SessionPage;

/** The body that lists a client's sessions. */
final class SessionList {

    private SessionList() {}

    static ObjectNode body(SessionPage page, Session own) {
        ObjectNode body = Bodies.object();
        ArrayNode items = body.putArray("items");
        page.sessions().forEach(session -> item(session, own, items.addObject()));
        return body.put("nextCursor", page.nextCursor());
    }

    private static void item(Session session, Session own, ObjectNode item) {
        item.put("id", session.id().text())
                .put("createdAt", Bodies.time(session.createdAt()))
                .put("lastUsedAt", Bodies.time(session.lastUsedAt()))
                .put("browser", UserAgentLabel.named(session.userAgent()))
                .put("source", TruncatedIp.of(session.sourceIp()))
                .put("scope", session.scope().text())
                .put("current", session.id().equals(own.id()));
    }
}
