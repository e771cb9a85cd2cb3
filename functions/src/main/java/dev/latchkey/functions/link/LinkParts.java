package dev.latchkey.functions.link;

import dev.latchkey.functions.Parts;
import dev.latchkey.magiclink.InspectLink;
import dev.latchkey.magiclink.LinkCodeMac;
import dev.latchkey.magiclink.RedeemCode;
import dev.latchkey.magiclink.RedeemLink;
import dev.latchkey.magiclink.RenewLink;
import dev.latchkey.magiclink.RequestSignInLink;
import dev.latchkey.magiclink.SendRequestLink;

/** Builds parts for magic links. */
public final class LinkParts {

    private final Parts parts;

    public LinkParts(Parts parts) {
        this.parts = parts;
    }

    SendRequestLink sendRequestLink() {
        return new SendRequestLink(parts.table(), parts.randomness, parts.audit, parts.clock);
    }

    RequestSignInLink requestSignInLink() {
        return new RequestSignInLink(parts.table(), parts.randomness, parts.clock);
    }

    RenewLink renewLink() {
        return new RenewLink(parts.table(), parts.randomness, parts.audit, parts.notBefore(), parts.clock);
    }

    InspectLink inspectLink() {
        return new InspectLink(parts.table(), parts.notBefore(), parts.clock);
    }

    RedeemLink redeemLink() {
        return new RedeemLink(
                parts.table(), parts.sessionIssuer(), parts.randomness, parts.audit, parts.notBefore(), parts.clock);
    }

    RedeemCode redeemCode(RedeemLink redeeming) {
        return new RedeemCode(parts.table(), linkCodeMac(), redeeming, parts.audit, parts.notBefore(), parts.clock);
    }

    public LinkCodeMac linkCodeMac() {
        return new LinkCodeMac(parts.kms(), parts.environment.codesKey());
    }
}
