package dev.latchkey.functions.account;

import dev.latchkey.accountlink.LinkRefusal;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.password.PasswordRejection;

/** Replies that reject a new password or the link that it comes with. */
final class PasswordRejectionReply {

    private PasswordRejectionReply() {}

    static Reply reply(PasswordRejection reason) {
        return Problem.PASSWORD_REJECTED.reply("reason", reason.name());
    }

    static Reply reply(LinkRefusal why) {
        return switch (why) {
            case UNKNOWN -> Problem.NOT_FOUND.reply();
            case LOGIN_OFF -> Problem.LOGIN_OFF.reply();
            case USED -> Problem.LINK_USED.reply();
            case EXPIRED -> Problem.LINK_EXPIRED.reply();
            case SUPERSEDED -> Problem.LINK_SUPERSEDED.reply();
        };
    }
}
