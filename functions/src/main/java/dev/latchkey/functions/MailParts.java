package dev.latchkey.functions;

import dev.latchkey.account.AccountMail;
import dev.latchkey.account.DeliverAccountLink;
import dev.latchkey.account.DeliverNotice;
import dev.latchkey.feedback.MarkUndeliverable;
import dev.latchkey.feedback.ResumeMail;
import dev.latchkey.magiclink.DeliverLink;
import dev.latchkey.magiclink.LinkCodes;
import dev.latchkey.magiclink.LinkMail;
import dev.latchkey.magiclink.SentWrites;
import dev.latchkey.mail.Dispatch;
import dev.latchkey.mail.MailService;
import dev.latchkey.mail.MailTries;
import dev.latchkey.mail.Outbox;
import dev.latchkey.store.Table;
import java.time.Clock;

/** Builds what sends mail and what hears back from it. */
final class MailParts {

    private final Parts parts;

    MailParts(Parts parts) {
        this.parts = parts;
    }

    MailSettlement mailSettlement() {
        Table table = parts.table();
        Clock clock = parts.clock;
        MailService mail = parts.noted(MailService.connect(parts.aws(), parts.settings.mail()));
        LinkCodes codes = new LinkParts(parts).linkCodes();
        LinkMail words = new LinkMail(parts.settings.portal());
        AccountMail accountWords = new AccountMail(parts.settings.portal());
        Dispatch dispatch = new Dispatch(table, mail, parts.randomness, clock);
        SentWrites sent = new SentWrites(parts.audit);
        MailDelivery delivery = new MailDelivery(
                new DeliverLink(table, codes, parts.randomness, dispatch, words, sent, parts.notBefore(), clock),
                new DeliverAccountLink(table, parts.randomness, dispatch, accountWords, parts.audit, clock),
                new DeliverNotice(table, dispatch, accountWords, clock));
        return new MailSettlement(new Outbox(table), new MailTries(table), delivery, clock);
    }

    MarkUndeliverable markUndeliverable() {
        return new MarkUndeliverable(parts.table(), parts.audit, parts.clock);
    }

    ResumeMail resumeMail() {
        return new ResumeMail(parts.table(), parts.audit, parts.clock);
    }
}
