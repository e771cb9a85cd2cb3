package dev.latchkey.functions.link;

import dev.latchkey.functions.client.ChallengeReply;
import dev.latchkey.functions.http.GivenDevice;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionReply;
import dev.latchkey.magiclink.RedeemOutcome;
import java.time.Duration;

/** Replies to a use of a link. */
final class RedemptionReply {

    private RedemptionReply() {}

    /** The device owns the link from now on even if a code is required, so it keeps its cookie then too. */
    static Reply of(Request request, RedeemOutcome redeemOutcome, GivenDevice device) {
        return switch (redeemOutcome) {
            case RedeemOutcome.Redeemed redeemed -> device.kept(SessionReply.of(request, redeemed.grant()));
            case RedeemOutcome.CodeRequired(var challenge) ->
                device.kept(Reply.ok(ChallengeReply.totpRequired(challenge)));
            case RedeemOutcome.WrongCode(long attemptsLeft) -> Problem.INVALID_CODE.reply("attemptsLeft", attemptsLeft);
            case RedeemOutcome.EnrolmentRequired required -> Problem.ENROLMENT_REQUIRED.reply();
            case RedeemOutcome.Unknown unknown -> Problem.NOT_FOUND.reply();
            case RedeemOutcome.ClaimedElsewhere elsewhere -> Problem.LINK_CLAIMED.reply();
            case RedeemOutcome.Expired expired -> Problem.LINK_EXPIRED.reply();
            case RedeemOutcome.Superseded superseded -> Problem.LINK_SUPERSEDED.reply();
            case RedeemOutcome.Used used -> Problem.LINK_USED.reply();
            case RedeemOutcome.TooManyTries(Duration retryAfter) -> Problem.TOO_MANY_ATTEMPTS.retryAfter(retryAfter);
        };
    }
}
