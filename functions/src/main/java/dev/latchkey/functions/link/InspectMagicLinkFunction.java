package dev.latchkey.functions.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.client.FirmBody;
import dev.latchkey.functions.client.LinkFields;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.magiclink.InspectLink;
import dev.latchkey.magiclink.InspectLink.Inspection;
import dev.latchkey.session.RequestId;
import java.util.Optional;

/** {@code POST /v1/magic-links/inspect}: describes a link and changes nothing. */
public final class InspectMagicLinkFunction extends HttpFunction {

    private final InspectLink inspecting;

    public InspectMagicLinkFunction() {
        this(Latchkey.onLambda());
    }

    public InspectMagicLinkFunction(Latchkey latchkey) {
        this.inspecting = new LinkParts(latchkey.parts()).inspectLink();
    }

    @Override
    protected Reply handle(Request request) {
        return LinkFields.token(request)
                .flatMap(inspecting::inspect)
                .map(inspection -> Reply.ok(body(inspection)))
                .orElseGet(Problem.NOT_FOUND::reply);
    }

    private static ObjectNode body(Inspection inspection) {
        Optional<RequestId> request = inspection.scope().request();
        ObjectNode body = Bodies.object()
                .put("kind", request.isPresent() ? "REQUEST" : "SIGN_IN")
                .put("state", inspection.state().name());
        FirmBody.in(body, inspection.firm());
        body.put("emailHint", inspection.email().hint());
        request.ifPresent(one -> body.put("requestId", one.value()));
        return body.put("expiresAt", Bodies.time(inspection.expiresAt()));
    }
}
