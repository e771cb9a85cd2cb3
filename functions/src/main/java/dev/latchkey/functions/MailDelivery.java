package dev.latchkey.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.account.DeliverAccountLink;
import dev.latchkey.account.DeliverNotice;
import dev.latchkey.functions.http.Log;
import dev.latchkey.magiclink.DeliverLink;
import dev.latchkey.mail.Delivery;
import dev.latchkey.mail.MailId;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.OutgoingMail;
import dev.latchkey.store.Key;

/** Delivers the mail that one record of the table's stream names, by whoever knows its kind. */
final class MailDelivery {

    private final Outbox outbox;
    private final DeliverLink links;
    private final DeliverAccountLink accountLinks;
    private final DeliverNotice notices;

    MailDelivery(Outbox outbox, DeliverLink links, DeliverAccountLink accountLinks, DeliverNotice notices) {
        this.outbox = outbox;
        this.links = links;
        this.accountLinks = accountLinks;
        this.notices = notices;
    }

    /** False where the mail must be tried again, whatever the reason: what is not known to be done is not done. */
    boolean isDone(JsonNode keys, Context context) {
        try {
            MailId id = MailId.of(new Key(
                    keys.path("pk").path("S").asText(),
                    keys.path("sk").path("S").asText()));
            OutgoingMail mail = outbox.find(id);
            if (mail != null) {
                log(deliver(mail), mail, context);
            }
            return true;
        } catch (RuntimeException failed) {
            Log.failure("mail_not_sent", failed, context);
            return false;
        }
    }

    private Delivery deliver(OutgoingMail mail) {
        return switch (mail.kind()) {
            case REQUEST_LINK, SIGN_IN_LINK -> links.deliver(mail);
            case SIGN_UP, INVITATION, RESET, ACCOUNT_EXISTS, NO_ACCOUNT -> accountLinks.deliver(mail);
            case ACCOUNT_CREATED,
                    PASSWORD_CHANGED,
                    PASSWORD_RESET,
                    TOTP_ENROLLED,
                    TOTP_REMOVED,
                    TOTP_RESET,
                    RECOVERY_CODES_REGENERATED,
                    RECOVERY_CODE_USED,
                    WRONG_CODES,
                    TEMPORARY_CODE_ISSUED,
                    TEMPORARY_CODE_USED -> notices.deliver(mail);
        };
    }

    private static void log(Delivery delivery, OutgoingMail mail, Context context) {
        ObjectNode line =
                switch (delivery) {
                    case Delivery.Delivered delivered -> Log.line("INFO", "mail_sent", context);
                    case Delivery.NotNeeded dead -> Log.line("INFO", "mail_not_needed", context);
                    case Delivery.Parked parked -> Log.line("ERROR", "mail_parked", context);
                };
        Log.write(line.put("firm", mail.id().firm().value())
                .put("mail", mail.id().id())
                .put("kind", mail.kind().tag()));
    }
}
