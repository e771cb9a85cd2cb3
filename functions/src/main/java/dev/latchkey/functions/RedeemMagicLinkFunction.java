package dev.latchkey.functions;

import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.magiclink.RedeemLink;
import dev.latchkey.magiclink.Redemption;

/** {@code POST /v1/magic-links/redeem}: lets the device in that opens the link first, and lets it in again. */
public final class RedeemMagicLinkFunction extends HttpFunction {

    private final RedeemLink redeeming;

    public RedeemMagicLinkFunction() {
        this(Latchkey.onLambda());
    }

    public RedeemMagicLinkFunction(Latchkey latchkey) {
        this.redeeming = latchkey.redeemLink();
    }

    @Override
    protected Reply handle(Request request) {
        var fields = LinkFields.redeeming(request);
        Redemption redemption = fields.token()
                .map(token -> redeeming.redeem(token, fields.device(), request.origin()))
                .orElseGet(Redemption.Unknown::new);
        return switch (redemption) {
            case Redemption.Redeemed redeemed -> Reply.ok(Bodies.session(redeemed.grant()));
            case Redemption.ClaimedElsewhere elsewhere -> Problem.LINK_CLAIMED.reply();
            case Redemption.Expired expired -> Problem.LINK_EXPIRED.reply();
            case Redemption.Superseded superseded -> Problem.LINK_SUPERSEDED.reply();
            case Redemption.Unknown unknown -> Problem.NOT_FOUND.reply();
        };
    }
}
