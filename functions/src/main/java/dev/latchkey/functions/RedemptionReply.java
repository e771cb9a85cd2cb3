package dev.latchkey.functions;

import dev.latchkey.functions.http.GivenDevice;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionReply;
import dev.latchkey.magiclink.Redemption;
import java.time.Duration;

/** How the use of a link is answered. */
final class RedemptionReply {

    private RedemptionReply() {}

    /** The link is the device's from then on also where a code is asked for, so its cookie has to be kept there too. */
    static Reply of(Request request, Redemption redemption, GivenDevice device) {
        return switch (redemption) {
            case Redemption.Redeemed redeemed -> device.kept(SessionReply.of(request, redeemed.grant()));
            case Redemption.CodeRequired(var challenge) -> device.kept(Reply.ok(Challenges.totpRequired(challenge)));
            case Redemption.WrongCode(long attemptsLeft) -> Problem.INVALID_CODE.reply("attemptsLeft", attemptsLeft);
            case Redemption.EnrolmentRequired required -> Problem.ENROLMENT_REQUIRED.reply();
            case Redemption.Unknown unknown -> Problem.NOT_FOUND.reply();
            case Redemption.ClaimedElsewhere elsewhere -> Problem.LINK_CLAIMED.reply();
            case Redemption.Expired expired -> Problem.LINK_EXPIRED.reply();
            case Redemption.Superseded superseded -> Problem.LINK_SUPERSEDED.reply();
            case Redemption.Used used -> Problem.LINK_USED.reply();
            case Redemption.TooManyTries(Duration retryAfter) -> Problem.TOO_MANY_ATTEMPTS.retryAfter(retryAfter);
        };
    }
}
