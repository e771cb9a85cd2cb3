package dev.latchkey.functions.account;

import dev.latchkey.accountlink.RenewSetUpLink;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.client.LinkFields;
import dev.latchkey.functions.client.MailRequestReply;
import dev.latchkey.functions.http.DeviceSecretReader;
import dev.latchkey.functions.http.GivenDevice;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;

/** {@code POST /v1/accounts/set-up/renew}: mails a new set-up link to the address of this one. */
public final class RenewSetUpLinkFunction extends HttpFunction {

    private final DeviceSecretReader devices;
    private final RenewSetUpLink renewing;

    public RenewSetUpLinkFunction() {
        this(Latchkey.onLambda());
    }

    public RenewSetUpLinkFunction(Latchkey latchkey) {
        this.devices = latchkey.deviceSecretReader();
        this.renewing = new AccountParts(latchkey.parts()).renewSetUpLink();
    }

    @Override
    protected Reply handle(Request request) {
        var asked = LinkFields.renewingAccounts(request, devices);
        GivenDevice device = asked.device();
        RequestSource requestSource = request.requestSource().by(device.orNull());
        return asked.token()
                .map(token -> MailRequestReply.reply(renewing.renew(token, requestSource), device))
                .orElseGet(() -> MailRequestReply.accepted(device));
    }
}
