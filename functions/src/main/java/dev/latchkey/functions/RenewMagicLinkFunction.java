package dev.latchkey.functions;

import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.magiclink.AskOutcome;
import dev.latchkey.magiclink.RenewLink;

/** {@code POST /v1/magic-links/renew}: a fresh link goes to the address that this one was mailed to. */
public final class RenewMagicLinkFunction extends HttpFunction {

    private final RenewLink renewing;

    public RenewMagicLinkFunction() {
        this(Latchkey.onLambda());
    }

    public RenewMagicLinkFunction(Latchkey latchkey) {
        this.renewing = latchkey.links().renewLink();
    }

    @Override
    protected Reply handle(Request request) {
        return LinkFields.token(request)
                .map(token -> Asked.reply(renewing.renew(token, request.origin())))
                .orElseGet(() -> Asked.reply(new AskOutcome.Accepted()));
    }
}
