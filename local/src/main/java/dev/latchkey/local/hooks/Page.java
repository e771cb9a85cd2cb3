package dev.latchkey.local.hooks;

import static dev.latchkey.mail.Html.escape;

import dev.latchkey.local.aws.ses.MailReader;
import dev.latchkey.local.aws.ses.Mailbox.Message;
import dev.latchkey.local.http.Reply;
import dev.latchkey.local.http.Request;
import dev.latchkey.local.idp.IdentityProvider;
import dev.latchkey.local.idp.StaffTokenRequest;
import dev.latchkey.local.seed.Seed;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The page a developer opens first: who is there, what mail has come, and a staff token to copy. Runs no script, so
 * mail cannot run one either.
 */
final class Page implements Function<Request, Reply> {
    private static final List<String> ROLES = List.of("portal:admin", "portal:support", "portal:read");
    private static final List<String> LINKS =
            List.of("mailbox", "clock", "calls", "breached", "failures", "idp/jwks.json");

    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Latchkey, locally</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; } td, th { text-align: left; padding: .15rem 1rem .15rem 0; }
            pre, textarea { white-space: pre-wrap; overflow-wrap: anywhere; width: 100%; }
            pre, textarea { background: #f3f3f3; color: #111; }
            </style>
            </head>
            <body>
            <h1>Latchkey, locally</h1>
            """;

    private final MailReader mailbox;
    private final IdentityProvider idp;

    Page(MailReader mailbox, IdentityProvider idp) {
        this.mailbox = mailbox;
        this.idp = idp;
    }

    @Override
    public Reply apply(Request request) {
        List<Message> messages = mailbox.messages(null);
        String body = "<p>As JSON: " + each(LINKS, Page::link) + "</p>\n"
                + "<h2>Firms</h2>\n" + each(Seed.FIRMS, this::firm)
                + "<h2>Mailbox</h2>\n" + (messages.isEmpty() ? "<p>No mail yet.</p>\n" : each(messages, Page::mail))
                + "</body>\n</html>\n";
        return Reply.of(200, "text/html; charset=utf-8", HEAD + body)
                .with("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
                .with("cache-control", "no-store");
    }

    private static String link(String hook) {
        return "<a href=\"/_local/" + hook + "\">" + hook + "</a> ";
    }

    private String firm(Seed.Firm firm) {
        return """
                <h3>%s (<code>%s</code>, %s)</h3>
                <table><tr><th>contact</th><th>type</th><th>name</th><th>addresses</th></tr>
                %s</table>
                %s""".formatted(
                        escape(firm.name()),
                        escape(firm.id()),
                        escape(firm.plan()),
                        each(firm.contacts(), Page::contact),
                        each(ROLES, role -> token(firm, role)));
    }

    private static String contact(Seed.Contact contact) {
        return "<tr><td><code>%s</code></td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                .formatted(
                        escape(contact.id()),
                        escape(contact.type()),
                        escape(contact.name()),
                        escape(String.join(", ", contact.emails())));
    }

    private String token(Seed.Firm firm, String role) {
        String name = role.replace("portal:", "");
        String token = idp.token(StaffTokenRequest.plain(firm.id(), firm.id() + "-" + name, role));
        return """
                <details><summary>staff token, %s</summary>
                <textarea readonly rows="5" aria-label="%s token">%s</textarea></details>
                """.formatted(escape(role), escape(role), escape(token));
    }

    private static String mail(Message message) {
        return "<article><h3>%s</h3><p>%s to %s</p><pre>%s</pre></article>\n"
                .formatted(
                        escape(message.subject()),
                        escape(HookJson.time(message.at())),
                        escape(message.to()),
                        escape(message.text()));
    }

    private static <T> String each(List<T> items, Function<T, String> html) {
        return items.stream().map(html).collect(Collectors.joining());
    }
}
