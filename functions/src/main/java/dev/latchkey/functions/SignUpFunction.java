package dev.latchkey.functions;

import dev.latchkey.account.RequestAccountLink;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;

/** {@code POST /v1/firms/{firmId}/accounts}: a client asks for mail to set up an account with. */
public final class SignUpFunction extends HttpFunction {

    private final RequestAccountLink asking;

    public SignUpFunction() {
        this(Latchkey.onLambda());
    }

    public SignUpFunction(Latchkey latchkey) {
        this.asking = latchkey.accounts().requestAccountLink();
    }

    @Override
    protected Reply handle(Request request) {
        AddressFields asked = AddressFields.of(request);
        return Asked.reply(asking.signUp(asked.firm(), asked.email(), request.origin()));
    }
}
