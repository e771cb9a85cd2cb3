package dev.latchkey.magiclink;

import dev.latchkey.mail.HtmlPage;

/** The texts of the two mails, each as plain text and as HTML with the same content. */
enum LinkMailText {
    REQUEST(
            "%s has sent you a request",
            "%s has sent you a request in its client portal.\nOpen it with this link:",
            "%s has sent you a request in its client portal.",
            "Open the request",
            """
            The link can be opened until %s.
            It belongs to the first device that opens it, and keeps working
            there for 30 days. Please don't forward this mail: whoever opens
            the link first can see the request."""),
    SIGN_IN(
            "Your link to sign in at %s",
            "Somebody, most likely you, asked for a link to sign in at the\nclient portal of %s. Here it is:",
            "Somebody, most likely you, asked for a link to sign in at the client portal of %s.",
            "Sign in",
            """
            The link works once, until %s.
            A later mail of this kind takes its place. Please don't forward
            it: whoever opens it first is in.""");

    private final String subject;
    private final String opening;
    private final String htmlOpening;
    private final String button;
    private final String rules;

    LinkMailText(String subject, String opening, String htmlOpening, String button, String rules) {
        this.subject = subject;
        this.opening = opening;
        this.htmlOpening = htmlOpening;
        this.button = button;
        this.rules = rules;
    }

    String subject(String firm) {
        return subject.formatted(firm);
    }

    String text(String firm, String url, String code, String end) {
        return """
                Hello,

                %s

                %s

                Your mail opens on another device than the portal? Then type
                this code there:

                Code: %s

                %s

                You weren't expecting this? Then don't use it, and tell
                %s.
                """.formatted(opening.formatted(firm), url, code, rules.formatted(end), firm);
    }

    String html(String firm, String url, String code, String end) {
        return HtmlPage.of("A link for you", """
                <p>%s</p>
                <p><a href="%s" style="font-weight: bold">%s</a></p>
                <p>Your mail opens on another device than the portal? Then type this code there:</p>
                <p>Code: <b style="font-family: monospace">%s</b></p>
                <p>%s</p>
                <p>You weren’t expecting this? Then don’t use it, and tell %s.</p>
                """.formatted(
                        htmlOpening.formatted(firm), url, button, code, rules.formatted(end), firm));
    }
}
