package dev.latchkey.functions.account;

import dev.latchkey.accountlink.RequestAccountLink;
import dev.latchkey.accountlink.RequestAccountLink.Asking;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.client.AddressFields;
import dev.latchkey.functions.client.MailRequestReply;
import dev.latchkey.functions.http.DeviceSecretReader;
import dev.latchkey.functions.http.GivenDevice;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;

/** {@code POST /v1/firms/{firmId}/accounts}: a client asks for mail to set up an account. */
public final class SignUpFunction extends HttpFunction {

    private final DeviceSecretReader devices;
    private final RequestAccountLink asking;

    public SignUpFunction() {
        this(Latchkey.onLambda());
    }

    public SignUpFunction(Latchkey latchkey) {
        this.devices = latchkey.deviceSecretReader();
        this.asking = new AccountParts(latchkey.parts()).requestAccountLink();
    }

    @Override
    protected Reply handle(Request request) {
        AddressFields asked = AddressFields.of(request, devices);
        GivenDevice device = asked.device();
        Asking outcome = asking.signUp(
                asked.firm(), asked.email(), request.requestSource().by(device.orNull()));
        return MailRequestReply.reply(outcome, device);
    }
}
