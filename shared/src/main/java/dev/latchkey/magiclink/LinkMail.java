package dev.latchkey.magiclink;

import dev.latchkey.contact.Email;
import dev.latchkey.firm.Firm;
import dev.latchkey.mail.Html;
import dev.latchkey.mail.Message;
import dev.latchkey.mail.OutgoingMail;
import dev.latchkey.mail.ShownName;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The mail that carries a link. Plain sentences in short lines, the link and the code each alone on theirs, so that a
 * program that folds text folds neither; no remote content; colours left to the reader's mail program.
 */
public final class LinkMail {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final URI portal;

    public LinkMail(URI portal) {
        this.portal = portal;
    }

    /** What is secret in a mail, and until when it opens. */
    record Link(boolean signsIn, LinkToken token, TypedCode code, Instant end) {

        /** Hides the secrets. */
        @Override
        public String toString() {
            return "Link[" + token.id().text() + "]";
        }
    }

    Message of(OutgoingMail mail, Firm firm, Email to, Link link) {
        ShownName name = ShownName.of(firm.name());
        LinkWords words = link.signsIn() ? LinkWords.SIGN_IN : LinkWords.REQUEST;
        String url = portal + "#link=" + link.token().text() + "&id="
                + link.token().id().text();
        String end = DAY.format(link.end()) + " at " + TIME.format(link.end()) + " UTC";
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
