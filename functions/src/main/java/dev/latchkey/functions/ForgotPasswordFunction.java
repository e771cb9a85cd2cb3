package dev.latchkey.functions;

import dev.latchkey.account.RequestAccountLink;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;

/** {@code POST /v1/firms/{firmId}/password/forgot}: a client asks for mail to choose another password with. */
public final class ForgotPasswordFunction extends HttpFunction {

    private final RequestAccountLink asking;

    public ForgotPasswordFunction() {
        this(Latchkey.onLambda());
    }

    public ForgotPasswordFunction(Latchkey latchkey) {
        this.asking = latchkey.accounts().requestAccountLink();
    }

    @Override
    protected Reply handle(Request request) {
        AddressFields asked = AddressFields.of(request);
        return Asked.reply(asking.forgotten(asked.firm(), asked.email(), request.origin()));
    }
}
