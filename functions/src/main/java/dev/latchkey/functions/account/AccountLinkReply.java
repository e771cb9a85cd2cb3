package dev.latchkey.functions.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.accountlink.InspectAccountLink.Inspection;
import dev.latchkey.functions.client.FirmBody;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;

/** Replies to an inspected set-up or reset link. */
final class AccountLinkReply {

    private AccountLinkReply() {}

    static Reply of(Inspection inspection) {
        return switch (inspection) {
            case Inspection.Told told -> Reply.ok(body(told));
            case Inspection.Unknown unknown -> Problem.NOT_FOUND.reply();
            case Inspection.LoginOff off -> Problem.LOGIN_OFF.reply();
        };
    }

    private static ObjectNode body(Inspection.Told told) {
        ObjectNode body = Bodies.object().put("state", told.state().name());
        FirmBody.in(body, told.firm());
        return body.put("email", told.email().address())
                .put("passwordMinLength", told.shortestPassword())
                .put("expiresAt", Bodies.time(told.endsAt()));
    }
}
