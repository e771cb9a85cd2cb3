package dev.latchkey.magiclink;

import dev.latchkey.device.DeviceSecret;
import dev.latchkey.firm.AccessDecision;
import dev.latchkey.magiclink.LinkReader.PresentedLink;
import java.time.Instant;

/** What may happen to a link, given what is stored, which device asks and what time it is. */
sealed interface RedeemDecision {

    record Claim() implements RedeemDecision {}

    record ComeBack(MagicLink.Claim claim) implements RedeemDecision {}

    record Refuse(RedeemOutcome refusal) implements RedeemDecision {}

    static RedeemDecision on(PresentedLink presented, DeviceSecret device, Instant now) {
        return switch (presented.state(now)) {
            case EXPIRED -> new Refuse(new RedeemOutcome.Expired());
            case SUPERSEDED -> new Refuse(new RedeemOutcome.Superseded());
            case OPEN, CLAIMED -> admitted(presented, device);
        };
    }

    private static RedeemDecision admitted(PresentedLink presented, DeviceSecret device) {
        MagicLink.Claim claim = presented.link().claim();
        if (claim != null && !presented.link().isClaimedBy(device)) {
            return new Refuse(new RedeemOutcome.ClaimedElsewhere());
        }
        if (presented.context().decision() == AccessDecision.ENROLMENT_REQUIRED) {
            return new Refuse(new RedeemOutcome.EnrolmentRequired());
        }
        return claim == null ? new Claim() : new ComeBack(claim);
    }
}
