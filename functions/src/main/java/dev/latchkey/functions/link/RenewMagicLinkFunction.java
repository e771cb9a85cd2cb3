package dev.latchkey.functions.link;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.client.LinkFields;
import dev.latchkey.functions.client.MailRequestReply;
import dev.latchkey.functions.http.DeviceSecretReader;
import dev.latchkey.functions.http.GivenDevice;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.magiclink.RenewLink;

/** {@code POST /v1/magic-links/renew}: mails a new link to the address of this one. */
public final class RenewMagicLinkFunction extends HttpFunction {

    private final DeviceSecretReader devices;
    private final RenewLink renewing;

    public RenewMagicLinkFunction() {
        this(Latchkey.onLambda());
    }

    public RenewMagicLinkFunction(Latchkey latchkey) {
        this.devices = latchkey.deviceSecretReader();
        this.renewing = new LinkParts(latchkey.parts()).renewLink();
    }

    @Override
    protected Reply handle(Request request) {
        var asked = LinkFields.renewing(request, devices);
        GivenDevice device = asked.device();
        RequestSource requestSource = request.requestSource().by(device.orNull());
        return asked.token()
                .map(token -> MailRequestReply.reply(renewing.renew(token, requestSource), device))
                .orElseGet(() -> MailRequestReply.accepted(device));
    }
}
