package dev.latchkey.functions.mail;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.functions.http.Log;
import dev.latchkey.json.StrictJson;
import dev.latchkey.mail.Delivery;
import dev.latchkey.mail.MailAttempts;
import dev.latchkey.mail.MailFailure;
import dev.latchkey.mail.MailId;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.OutboxEntry;
import dev.latchkey.mail.OutgoingMail;
import dev.latchkey.store.Key;
import java.time.Clock;
import java.time.Instant;

/**
 * Settles the mail that a queue's message names: it is sent, not needed or parked. Otherwise it is retried, and a failure of
 * any sort ends with parking the mail.
 */
final class MailSettlement {

    private final Outbox outbox;
    private final MailAttempts tries;
    private final MailDelivery delivery;
    private final Clock clock;

    MailSettlement(Outbox outbox, MailAttempts tries, MailDelivery delivery, Clock clock) {
        this.outbox = outbox;
        this.tries = tries;
        this.delivery = delivery;
        this.clock = clock;
    }

    /**
     * Takes one message.
     *
     * @param message a record of the table's stream, as a pipe sends it
     * @return false if the mail must be retried, for any reason: what isn't known to be done isn't done
     */
    boolean isSettled(String message, Context context) {
        try {
            JsonNode keys = StrictJson.event(message).at("/dynamodb/Keys");
            String pk = keys.at("/pk/S").asText();
            String sk = keys.at("/sk/S").asText();
            return isSettled(MailId.of(new Key(pk, sk)), context);
        } catch (RuntimeException failed) {
            Log.failure("mail_not_sent", failed, context);
            return false;
        }
    }

    private boolean isSettled(MailId id, Context context) {
        OutboxEntry entry;
        try {
            entry = outbox.find(id);
        } catch (RuntimeException failed) {
            return isParkedFor(failed, id, clock.instant(), context);
        }
        return switch (entry) {
            case OutboxEntry.Gone gone -> true;
            case OutboxEntry.Parked parked -> true;
            case OutboxEntry.UnknownKind unknown -> park(id, MailFailure.UNKNOWN_KIND, context);
            case OutboxEntry.Waiting(OutgoingMail mail) -> isDelivered(mail, context);
        };
    }

    private boolean isDelivered(OutgoingMail mail, Context context) {
        try {
            Delivery outcome = delivery.deliver(mail);
            String word =
                    switch (outcome) {
                        case Delivery.Delivered delivered -> "mail_sent";
                        case Delivery.NotNeeded over -> "mail_not_needed";
                        case Delivery.Overtaken again -> "mail_overtaken";
                    };
            Log.write(named(mail.id(), Log.line("INFO", word, context))
                    .put("kind", mail.kind().tag()));
            return !(outcome instanceof Delivery.Overtaken);
        } catch (RuntimeException failed) {
            return isParkedFor(failed, mail.id(), mail.at(), context);
        }
    }

    /** Whether the mail is parked, not retried. */
    private boolean isParkedFor(RuntimeException failed, MailId id, Instant intendedAt, Context context) {
        Log.write(named(id, Log.failureLine("mail_not_sent", failed, context)));
        MailFailure failure = MailFailure.of(failed);
        Instant now = clock.instant();
        long times = failure.isCounted() ? tries.count(id, failure, now) : 0;
        return failure.isFinal(times, intendedAt, now) && park(id, failure, context);
    }

    private boolean park(MailId id, MailFailure why, Context context) {
        if (outbox.park(id, why, clock.instant())) {
            Log.write(named(id, Log.line("ERROR", "mail_parked", context)).put("reason", why.reason()));
        }
        return true;
    }

    private static ObjectNode named(MailId id, ObjectNode line) {
        return line.put("firm", id.firm().value()).put("mail", id.id());
    }
}
