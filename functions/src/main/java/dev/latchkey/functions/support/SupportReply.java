package dev.latchkey.functions.support;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.json.StrictJson;
import dev.latchkey.support.AccessReset;
import dev.latchkey.support.SupportOutcome;
import dev.latchkey.support.SupportRefusal;

/** Replies to staff requests about a contact's account. */
final class SupportReply {

    private SupportReply() {}

    static Reply of(SupportOutcome outcome) {
        return switch (outcome) {
            case SupportOutcome.Done(String answer) -> Reply.ok(StrictJson.event(answer));
            case SupportOutcome.Refused(SupportRefusal why) -> refused(why);
        };
    }

    static Reply refused(SupportRefusal why) {
        return switch (why) {
            case NO_CONTACT -> Problem.NOT_FOUND.reply();
            case NO_ADDRESS -> Problem.NO_ADDRESS.reply();
            case EMAIL_REQUIRED -> Problem.EMAIL_REQUIRED.reply();
            case NO_ACCOUNT -> Problem.NO_ACCOUNT.reply();
            case KEY_REUSED -> Problem.IDEMPOTENCY_KEY_REUSED.reply();
        };
    }

    /** A reset's result, as text for storage. */
    static String text(AccessReset reset) {
        ObjectNode body = Bodies.object();
        ArrayNode affected = body.putArray("affectedContacts");
        reset.affected()
                .forEach(summary -> affected.addObject()
                        .put("contactId", summary.contact().value())
                        .put("name", summary.name()));
        return StrictJson.text(
                body.put("affectedCount", reset.affectedCount()).put("sessionsEnded", reset.sessionsEnded()));
    }
}
