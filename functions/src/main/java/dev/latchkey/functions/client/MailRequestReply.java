package dev.latchkey.functions.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.accountlink.RenewSetUpLink.Renewal;
import dev.latchkey.accountlink.RequestAccountLink.Asking;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.GivenDevice;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.magiclink.SignInLinkOutcome;
import java.time.Duration;

/** The reply to an unauthenticated request for mail: the same, whatever is known of the address. */
public final class MailRequestReply {

    private MailRequestReply() {}

    /** Also for a token that was never ours. */
    public static Reply accepted(GivenDevice device) {
        return device.kept(Reply.accepted(accepted()));
    }

    private static ObjectNode accepted() {
        return Bodies.object().put("status", "ACCEPTED");
    }

    /** A browser that keeps its device in a cookie gets it whatever is known of the address. */
    public static Reply reply(SignInLinkOutcome outcome, GivenDevice device) {
        return switch (outcome) {
            case SignInLinkOutcome.Accepted any -> accepted(device);
            case SignInLinkOutcome.AcceptedLink(var link) ->
                device.kept(Reply.accepted(accepted().put("linkId", link.text())));
            case SignInLinkOutcome.NoFirm none -> Problem.NOT_FOUND.reply();
            case SignInLinkOutcome.TooMany(Duration wait) -> Problem.TOO_MANY_REQUESTS.retryAfter(wait);
        };
    }

    public static Reply reply(Asking outcome, GivenDevice device) {
        return switch (outcome) {
            case Asking.Accepted any -> accepted(device);
            case Asking.LoginOff off -> Problem.LOGIN_OFF.reply();
            case Asking.NoFirm none -> Problem.NOT_FOUND.reply();
            case Asking.TooMany(Duration wait) -> Problem.TOO_MANY_REQUESTS.retryAfter(wait);
        };
    }

    public static Reply reply(Renewal outcome, GivenDevice device) {
        return switch (outcome) {
            case Renewal.Accepted any -> accepted(device);
            case Renewal.TooMany(Duration wait) -> Problem.TOO_MANY_REQUESTS.retryAfter(wait);
        };
    }
}
