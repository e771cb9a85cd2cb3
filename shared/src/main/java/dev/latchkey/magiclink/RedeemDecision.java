package dev.latchkey.magiclink;

import dev.latchkey.device.DeviceSecret;
import dev.latchkey.firm.AccessDecision;
import dev.latchkey.magiclink.LinkReader.PresentedLink;
import java.time.Instant;

/** What a device may do with a link: a pure function of what is stored, the device and the time. */
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
