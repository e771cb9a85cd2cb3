package dev.latchkey.magiclink;

import dev.latchkey.device.DeviceSecret;
import dev.latchkey.firm.Passage;
import dev.latchkey.magiclink.LinkReader.Opened;
import java.time.Instant;

/** What may happen to a link, given what is stored, which device asks and what time it is. */
sealed interface RedeemDecision {

    record Claim() implements RedeemDecision {}

    record ComeBack(MagicLink.Claim claim) implements RedeemDecision {}

    record Refuse(Redemption refusal) implements RedeemDecision {}

    static RedeemDecision on(Opened opened, DeviceSecret device, Instant now) {
        return switch (opened.state(now)) {
            case EXPIRED -> new Refuse(new Redemption.Expired());
            case SUPERSEDED -> new Refuse(new Redemption.Superseded());
            case OPEN, CLAIMED -> admitted(opened, device);
        };
    }

    private static RedeemDecision admitted(Opened opened, DeviceSecret device) {
        MagicLink.Claim claim = opened.link().claim();
        if (claim != null && !opened.link().isClaimedBy(device)) {
            return new Refuse(new Redemption.ClaimedElsewhere());
        }
        if (opened.found().passage() == Passage.ENROLMENT_REQUIRED) {
            return new Refuse(new Redemption.EnrolmentRequired());
        }
        return claim == null ? new Claim() : new ComeBack(claim);
    }
}
