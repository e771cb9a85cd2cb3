package dev.latchkey.magiclink;

import dev.latchkey.firm.Firm;
import dev.latchkey.mail.Html;
import dev.latchkey.mail.MailId;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.Message;
import dev.latchkey.mail.ShownName;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The words of the mail that carries a request link. Plain sentences, one link, no remote content, colours left to the
 * reader's mail program.
 */
final class LinkMail {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final URI portal;

    LinkMail(URI portal) {
        this.portal = portal;
    }

    Message of(MailId mail, MagicLink link, LinkToken token, Firm firm) {
        ShownName name = ShownName.of(firm.name());
        String url = portal + "#link=" + token.text() + "&id=" + link.id().text();
        String end = DAY.format(link.expiresAt()) + " at " + TIME.format(link.expiresAt()) + " UTC";
        return new Message(
                mail,
                MailKind.REQUEST_LINK,
                name,
                link.email(),
                name.text() + " has sent you a request",
                text(name.text(), url, end),
                html(Html.escape(name.text()), Html.escape(url), end));
    }

    private static String text(String firm, String url, String end) {
        return """
                Hello,

                %s has sent you a request in its client portal.
                Open it with this link:

                %s

                The link can be opened until %s.
                It belongs to the first device that opens it, and keeps working
                there for 30 days. Please don't forward this mail: whoever opens
                the link first can see the request.

                You weren't expecting this? Then don't open the link, and tell
                %s.
                """.formatted(firm, url, end, firm);
    }

    private static String html(String firm, String url, String end) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark">
                <title>A request for you</title>
                </head>
                <body style="font-family: sans-serif; font-size: 16px; line-height: 1.5">
                <p>Hello,</p>
                <p>%s has sent you a request in its client portal.</p>
                <p><a href="%s" style="font-weight: bold">Open the request</a></p>
                <p>The link can be opened until %s. It belongs to the first device that opens it, and keeps
                working there for 30 days. Please don’t forward this mail: whoever opens the link first can see
                the request.</p>
                <p>You weren’t expecting this? Then don’t open the link, and tell %s.</p>
                </body>
                </html>
                """.formatted(firm, url, end, firm);
    }
}
