package dev.latchkey.functions.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.StrictJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes a reply in API Gateway's form, with the headers of every reply. */
final class ReplyWriter {

    private static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "Strict-Transport-Security", "max-age=63072000; includeSubDomains",
            "Referrer-Policy", "no-referrer");

    private ReplyWriter() {}

    static void write(Reply reply, String requestId, OutputStream out) throws IOException {
        ObjectNode message = StrictJson.object();
        message.put("statusCode", reply.status());
        ObjectNode headers = message.putObject("headers");
        ALWAYS.forEach(headers::put);
        reply.headers().forEach(headers::put);
        if (!reply.cookies().isEmpty()) {
            reply.cookies().forEach(message.putArray("cookies")::add);
        }
        ObjectNode body = reply.body();
        if (body != null) {
            if (body.has("code") && body.has("status") && reply.status() >= 400) {
                body.put("requestId", requestId);
            }
            message.put("body", StrictJson.text(body));
        }
        if (reply.bytes() != null) {
            message.put("body", reply.bytes());
        }
        message.put("isBase64Encoded", reply.bytes() != null);
        StrictJson.write(message, out);
    }
}
