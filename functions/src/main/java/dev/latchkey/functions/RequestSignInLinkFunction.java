package dev.latchkey.functions;

import dev.latchkey.contact.Email;
import dev.latchkey.firm.FirmId;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Refusal;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.magiclink.RequestSignInLink;

/** {@code POST /v1/firms/{firmId}/magic-links}: a client asks for a link to sign in with. */
public final class RequestSignInLinkFunction extends HttpFunction {

    private final RequestSignInLink asking;

    public RequestSignInLinkFunction() {
        this(Latchkey.onLambda());
    }

    public RequestSignInLinkFunction(Latchkey latchkey) {
        this.asking = latchkey.links().requestSignInLink();
    }

    @Override
    protected Reply handle(Request request) {
        Fields fields = request.json();
        var email = fields.required("email", Email::parse, "must be an e-mail address");
        fields.end();
        FirmId firm = FirmId.parse(request.pathParameter("firmId")).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        return Asked.reply(asking.ask(firm, email.get(), request.origin()));
    }
}
