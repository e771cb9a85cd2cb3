package dev.latchkey.functions.mail;

import dev.latchkey.accountmail.DeliverAccountLink;
import dev.latchkey.accountmail.DeliverNotice;
import dev.latchkey.magiclink.DeliverLink;
import dev.latchkey.mail.Delivery;
import dev.latchkey.mail.OutgoingMail;

/** Delivers a mail according to its kind. */
final class MailDelivery {

    private final DeliverLink links;
    private final DeliverAccountLink accountLinks;
    private final DeliverNotice notices;

    MailDelivery(DeliverLink links, DeliverAccountLink accountLinks, DeliverNotice notices) {
        this.links = links;
        this.accountLinks = accountLinks;
        this.notices = notices;
    }

    /** Retries once if overtaken: by then the change is mostly complete. */
    Delivery deliver(OutgoingMail mail) {
        Delivery first = deliverOnce(mail);
        return first instanceof Delivery.Overtaken ? deliverOnce(mail) : first;
    }

    private Delivery deliverOnce(OutgoingMail mail) {
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
                    RECOVERY_CODE_USED_FOR_APP,
                    RECOVERY_CODE_USED_FOR_CODES,
                    RECOVERY_CODE_USED_FOR_REMOVAL,
                    WRONG_CODES,
                    TEMPORARY_CODE_ISSUED,
                    TEMPORARY_CODE_USED,
                    NEW_DEVICE -> notices.deliver(mail);
        };
    }
}
