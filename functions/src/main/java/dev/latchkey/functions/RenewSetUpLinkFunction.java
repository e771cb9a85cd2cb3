package dev.latchkey.functions;

import dev.latchkey.account.RenewSetUpLink;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;

/** {@code POST /v1/accounts/set-up/renew}: a fresh set-up link goes to the address that this one was mailed to. */
public final class RenewSetUpLinkFunction extends HttpFunction {

    private final RenewSetUpLink renewing;

    public RenewSetUpLinkFunction() {
        this(Latchkey.onLambda());
    }

    public RenewSetUpLinkFunction(Latchkey latchkey) {
        this.renewing = latchkey.accounts().renewSetUpLink();
    }

    @Override
    protected Reply handle(Request request) {
        return LinkFields.accountToken(request)
                .map(token -> Asked.reply(renewing.renew(token, request.origin())))
                .orElseGet(Asked::accepted);
    }
}
