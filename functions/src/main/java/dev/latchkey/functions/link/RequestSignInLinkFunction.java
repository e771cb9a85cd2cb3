package dev.latchkey.functions.link;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.client.AddressFields;
import dev.latchkey.functions.client.MailRequestReply;
import dev.latchkey.functions.http.DeviceSecretReader;
import dev.latchkey.functions.http.GivenDevice;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.magiclink.RequestSignInLink;
import dev.latchkey.magiclink.SignInLinkOutcome;

/** {@code POST /v1/firms/{firmId}/magic-links}: a client asks for a sign-in link. */
public final class RequestSignInLinkFunction extends HttpFunction {

    private final DeviceSecretReader devices;
    private final RequestSignInLink asking;

    public RequestSignInLinkFunction() {
        this(Latchkey.onLambda());
    }

    public RequestSignInLinkFunction(Latchkey latchkey) {
        this.devices = latchkey.deviceSecretReader();
        this.asking = new LinkParts(latchkey.parts()).requestSignInLink();
    }

    @Override
    protected Reply handle(Request request) {
        AddressFields asked = AddressFields.of(request, devices);
        GivenDevice device = asked.device();
        SignInLinkOutcome outcome =
                asking.ask(asked.firm(), asked.email(), request.requestSource().by(device.orNull()));
        return MailRequestReply.reply(outcome, device);
    }
}
