package dev.latchkey.functions.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.StrictJson;
import dev.latchkey.session.Session;
import dev.latchkey.session.SessionGrant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Reply bodies that more than one route gives. Each names its fields; no record is ever written whole. */
public final class Bodies {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Bodies() {}

    public static ObjectNode object() {
        return StrictJson.MAPPER.createObjectNode();
    }

    /** RFC 3339, UTC, milliseconds. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** A client who is in. */
    public static ObjectNode session(SessionGrant grant) {
        Session session = grant.session();
        ObjectNode body = object().put("status", "SIGNED_IN")
                .put("accessToken", grant.accessToken())
                .put("tokenType", "Bearer")
                .put("expiresIn", grant.expiresIn())
                .put("refreshToken", grant.refreshToken().text())
                .put("refreshExpiresAt", time(grant.refreshExpiresAt()));
        ObjectNode about = body.putObject("session")
                .put("id", session.id().text())
                .put("scope", session.scope().text());
        session.amr().forEach(about.withArray("amr")::add);
        about.put("acr", session.acr());
        return body;
    }
}
