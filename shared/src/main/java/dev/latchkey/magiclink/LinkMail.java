package dev.latchkey.magiclink;

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
 * The mail that carries a link. It has short lines, and the link and the code are alone on theirs, so that a program that
 * wraps text wraps neither. It has no remote content and sets no colours.
 */
public final class LinkMail {

    private final URI portal;

    public LinkMail(URI portal) {
        this.portal = portal;
    }

    /** The secrets of a mail, and until when they are valid. */
    record Link(boolean signsIn, LinkToken token, TypedCode code, Instant end) {

        /** Hides the secrets. */
        @Override
        public String toString() {
            return "Link[" + token.id().text() + "]";
        }
    }

    Message of(OutgoingMail mail, Firm firm, Email to, Link link) {
        DisplayName name = DisplayName.of(firm.name());
        LinkMailText words = link.signsIn() ? LinkMailText.SIGN_IN : LinkMailText.REQUEST;
        String url = portal + "#link=" + link.token().text() + "&id="
                + link.token().id().text();
        String end = MailTimes.dayAndTime(link.end());
        return new Message(
                mail.id(),
                mail.kind(),
                name,
                to,
                words.subject(name.text()),
                words.text(name.text(), url, link.code().shown(), end),
                words.html(
                        Html.escape(name.text()), Html.escape(url), link.code().shown(), end));
    }
}
