package dev.latchkey.functions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.account.RequestAccountLink.Asking;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.GivenDevice;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.magiclink.AskOutcome;
import java.time.Duration;

/** The answer to whoever asks for mail without being in: the same, whatever is known of the address. */
final class Asked {

    private Asked() {}

    private static ObjectNode accepted() {
        return Bodies.object().put("status", "ACCEPTED");
    }

    /** A browser that keeps its device in a cookie gets that whatever is known of the address. */
    static Reply reply(AskOutcome outcome, GivenDevice device) {
        Reply reply = reply(outcome);
        return outcome instanceof AskOutcome.AcceptedLink ? device.kept(reply) : reply;
    }

    static Reply reply(Asking outcome, GivenDevice device) {
        Reply reply = reply(outcome);
        return outcome instanceof Asking.Accepted ? device.kept(reply) : reply;
    }

    static Reply reply(AskOutcome outcome) {
        return switch (outcome) {
            case AskOutcome.Accepted accepted -> Reply.accepted(accepted());
            case AskOutcome.AcceptedLink(var link) -> Reply.accepted(accepted().put("linkId", link.text()));
            case AskOutcome.NoFirm none -> Problem.NOT_FOUND.reply();
            case AskOutcome.TooMany(Duration wait) -> Problem.TOO_MANY_REQUESTS.retryAfter(wait);
        };
    }

    private static Reply reply(Asking outcome) {
        return switch (outcome) {
            case Asking.Accepted accepted -> Reply.accepted(accepted());
            case Asking.LoginOff off -> Problem.LOGIN_OFF.reply();
            case Asking.NoFirm none -> Problem.NOT_FOUND.reply();
            case Asking.TooMany(Duration wait) -> Problem.TOO_MANY_REQUESTS.retryAfter(wait);
        };
    }
}
