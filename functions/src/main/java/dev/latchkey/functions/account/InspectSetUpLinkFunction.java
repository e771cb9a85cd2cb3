package dev.latchkey.functions.account;

import dev.latchkey.accountlink.InspectAccountLink;
import dev.latchkey.accountlink.InspectAccountLink.Inspection;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.client.LinkFields;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;

/** {@code POST /v1/accounts/set-up/inspect}: describes a set-up link and changes nothing. */
public final class InspectSetUpLinkFunction extends HttpFunction {

    private final InspectAccountLink inspecting;

    public InspectSetUpLinkFunction() {
        this(Latchkey.onLambda());
    }

    public InspectSetUpLinkFunction(Latchkey latchkey) {
        this.inspecting = new AccountParts(latchkey.parts()).inspectAccountLink();
    }

    @Override
    protected Reply handle(Request request) {
        return AccountLinkReply.of(
                LinkFields.accountToken(request).map(inspecting::ofSetUp).orElseGet(Inspection.Unknown::new));
    }
}
