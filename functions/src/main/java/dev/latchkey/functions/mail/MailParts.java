package dev.latchkey.functions.mail;

import dev.latchkey.accountmail.AccountMail;
import dev.latchkey.accountmail.DeliverAccountLink;
import dev.latchkey.accountmail.DeliverNotice;
import dev.latchkey.bounce.MarkUndeliverable;
import dev.latchkey.bounce.ResumeMail;
import dev.latchkey.functions.Parts;
import dev.latchkey.functions.link.LinkParts;
import dev.latchkey.magiclink.DeliverLink;
import dev.latchkey.magiclink.LinkCodeMac;
import dev.latchkey.magiclink.LinkMail;
import dev.latchkey.magiclink.LinkSentWrites;
import dev.latchkey.mail.MailAttempts;
import dev.latchkey.mail.MailDispatcher;
import dev.latchkey.mail.MailService;
import dev.latchkey.mail.Outbox;
import dev.latchkey.store.Table;
import java.time.Clock;

/** Builds parts that send mail and take its reports. */
public final class MailParts {

    private final Parts parts;

    public MailParts(Parts parts) {
        this.parts = parts;
    }

    MailSettlement mailSettlement() {
        Table table = parts.table();
        Clock clock = parts.clock;
        MailService mail = parts.noted(MailService.connect(parts.aws(), parts.environment.mail()));
        LinkCodeMac codes = new LinkParts(parts).linkCodeMac();
        LinkMail words = new LinkMail(parts.environment.portal());
        AccountMail accountWords = new AccountMail(parts.environment.portal());
        MailDispatcher dispatcher = new MailDispatcher(table, mail, parts.randomness, clock);
        LinkSentWrites sent = new LinkSentWrites(parts.audit);
        MailDelivery delivery = new MailDelivery(
                new DeliverLink(table, codes, parts.randomness, dispatcher, words, sent, parts.notBefore(), clock),
                new DeliverAccountLink(table, parts.randomness, dispatcher, accountWords, parts.audit, clock),
                new DeliverNotice(table, dispatcher, accountWords, clock));
        return new MailSettlement(new Outbox(table), new MailAttempts(table), delivery, clock);
    }

    MarkUndeliverable markUndeliverable() {
        return new MarkUndeliverable(parts.table(), parts.audit, parts.clock);
    }

    public ResumeMail resumeMail() {
        return new ResumeMail(parts.table(), parts.audit, parts.clock);
    }
}
