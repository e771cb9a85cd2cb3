package dev.latchkey.functions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.magiclink.InspectLink;
import dev.latchkey.magiclink.InspectLink.Inspection;

/** {@code POST /v1/magic-links/inspect}: tells what a link is and changes nothing. */
public final class InspectMagicLinkFunction extends HttpFunction {

    private final InspectLink inspecting;

    public InspectMagicLinkFunction() {
        this(Latchkey.onLambda());
    }

    public InspectMagicLinkFunction(Latchkey latchkey) {
        this.inspecting = latchkey.inspectLink();
    }

    @Override
    protected Reply handle(Request request) {
        return LinkFields.token(request)
                .flatMap(inspecting::inspect)
                .map(inspection -> Reply.ok(body(inspection)))
                .orElseGet(Problem.NOT_FOUND::reply);
    }

    private static ObjectNode body(Inspection inspection) {
        ObjectNode body = Bodies.object()
                .put("kind", "REQUEST")
                .put("state", inspection.state().name());
        body.putObject("firm")
                .put("id", inspection.firm().id().value())
                .put("name", inspection.firm().name());
        return body.put("emailHint", inspection.link().email().hint())
                .put("requestId", inspection.link().request().value())
                .put("expiresAt", Bodies.time(inspection.expiresAt()));
    }
}
