package dev.latchkey.functions;

import dev.latchkey.account.RenewSetUpLink.Renewal;
import dev.latchkey.account.RequestAccountLink.Asking;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.magiclink.AskOutcome;
import java.time.Duration;

/** The answer to whoever asks for mail without being in: the same, whatever is known of the address. */
final class Asked {

    private Asked() {}

    static Reply accepted() {
        return Reply.accepted(Bodies.object().put("status", "ACCEPTED"));
    }

    static Reply reply(AskOutcome outcome) {
        return switch (outcome) {
            case AskOutcome.Accepted accepted -> accepted();
            case AskOutcome.NoFirm none -> Problem.NOT_FOUND.reply();
            case AskOutcome.TooMany(Duration wait) -> Problem.TOO_MANY_REQUESTS.retryAfter(wait);
        };
    }

    static Reply reply(Asking outcome) {
        return switch (outcome) {
            case Asking.Accepted accepted -> accepted();
            case Asking.LoginOff off -> Problem.LOGIN_OFF.reply();
            case Asking.NoFirm none -> Problem.NOT_FOUND.reply();
            case Asking.TooMany(Duration wait) -> Problem.TOO_MANY_REQUESTS.retryAfter(wait);
        };
    }

    static Reply reply(Renewal outcome) {
        return switch (outcome) {
            case Renewal.Accepted accepted -> accepted();
            case Renewal.TooMany(Duration wait) -> Problem.TOO_MANY_REQUESTS.retryAfter(wait);
        };
    }
}
