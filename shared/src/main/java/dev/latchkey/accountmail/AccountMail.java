package dev.latchkey.accountmail;

import dev.latchkey.accountlink.AccountLinkPurpose;
import dev.latchkey.accountlink.AccountToken;
import dev.latchkey.audit.TruncatedIp;
import dev.latchkey.contact.Email;
import dev.latchkey.firm.Firm;
import dev.latchkey.mail.DisplayName;
import dev.latchkey.mail.Html;
import dev.latchkey.mail.MailTimes;
import dev.latchkey.mail.Message;
import dev.latchkey.mail.OutgoingMail;
import java.net.URI;
import java.time.Instant;

/**
 * Makes the mails about an account: those with a link on a line of its own, those that explain why there is no link, and
 * notices.
 */
public final class AccountMail {

    private final URI portal;

    public AccountMail(URI portal) {
        this.portal = portal;
    }

    Message link(OutgoingMail mail, Firm firm, Email to, AccountToken token, Instant end) {
        DisplayName name = DisplayName.of(firm.name());
        AccountLinkMailText words = AccountLinkMailText.of(mail.kind());
        String url = portal + "#" + token.id().purpose().fragment + "=" + token.text();
        return new Message(
                mail.id(),
                mail.kind(),
                name,
                to,
                words.subject(name.text()),
                words.text(name.text(), url, MailTimes.dayAndTime(end)),
                words.html(Html.escape(name.text()), Html.escape(url), MailTimes.dayAndTime(end)));
    }

    /** Why there is no link, and how to log in. */
    Message noLink(OutgoingMail mail, Firm firm, Email to, AccountLinkPurpose wanted) {
        DisplayName name = DisplayName.of(firm.name());
        NoLinkText words = NoLinkText.of(wanted, firm);
        String url = portal.toString();
        String when = MailTimes.dayAndTime(mail.at());
        String where = TruncatedIp.of(mail.requestSource().sourceIp());
        return new Message(
                mail.id(),
                words.mail,
                name,
                to,
                words.subject(name.text()),
                words.text(name.text(), url, when, where),
                words.html(name.text(), url, when, where));
    }

    /** What happened, when, from roughly where, and what to do if it wasn't the reader. */
    Message notice(OutgoingMail mail, Firm firm, Email to) {
        DisplayName name = DisplayName.of(firm.name());
        SecurityNotice notice = SecurityNoticeText.of(mail.kind()).notice(name.text(), mail);
        String when = MailTimes.dayAndTime(mail.at());
        String where = TruncatedIp.of(mail.requestSource().sourceIp());
        return new Message(
                mail.id(), mail.kind(), name, to, notice.subject(), notice.text(when, where), notice.html(when, where));
    }
}
