package dev.latchkey.functions.account;

import dev.latchkey.accountlink.InspectAccountLink;
import dev.latchkey.accountlink.InspectAccountLink.Inspection;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.client.LinkFields;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;

/** {@code POST /v1/password/reset/inspect}: describes a reset link and changes nothing. */
public final class InspectResetLinkFunction extends HttpFunction {

    private final InspectAccountLink inspecting;

    public InspectResetLinkFunction() {
        this(Latchkey.onLambda());
    }

    public InspectResetLinkFunction(Latchkey latchkey) {
        this.inspecting = new AccountParts(latchkey.parts()).inspectAccountLink();
    }

    @Override
    protected Reply handle(Request request) {
        return AccountLinkReply.of(
                LinkFields.accountToken(request).map(inspecting::ofReset).orElseGet(Inspection.Unknown::new));
    }
}
