package dev.latchkey.functions.link;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.client.LinkFields;
import dev.latchkey.functions.client.LinkFields.Redeeming;
import dev.latchkey.functions.http.DeviceSecretReader;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.magiclink.RedeemCode;
import dev.latchkey.magiclink.RedeemLink;
import dev.latchkey.magiclink.RedeemOutcome;
import java.util.Optional;

/** {@code POST /v1/magic-links/redeem}: signs in the device that first opens the link, also later again. */
public final class RedeemMagicLinkFunction extends HttpFunction {

    private final DeviceSecretReader devices;
    private final RedeemLink redeeming;
    private final RedeemCode codes;

    public RedeemMagicLinkFunction() {
        this(Latchkey.onLambda());
    }

    public RedeemMagicLinkFunction(Latchkey latchkey) {
        this.devices = latchkey.deviceSecretReader();
        this.redeeming = new LinkParts(latchkey.parts()).redeemLink();
        this.codes = new LinkParts(latchkey.parts()).redeemCode(redeeming);
    }

    @Override
    protected Reply handle(Request request) {
        Redeeming asked = LinkFields.redeeming(request, devices);
        RedeemOutcome redeemOutcome = redeem(asked, request.requestSource()).orElseGet(RedeemOutcome.Unknown::new);
        return RedemptionReply.of(request, redeemOutcome, asked.device());
    }

    private Optional<RedeemOutcome> redeem(Redeeming asked, RequestSource requestSource) {
        return switch (asked) {
            case Redeeming.ByToken(var token, var device) ->
                token.map(opening -> redeeming.redeem(opening, device.get(), requestSource));
            case Redeeming.ByCode(var link, var code, var device) ->
                link.map(named -> codes.redeem(named, code, device.get(), requestSource));
        };
    }
}
