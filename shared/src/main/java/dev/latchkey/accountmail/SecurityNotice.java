package dev.latchkey.accountmail;

import dev.latchkey.mail.Html;
import dev.latchkey.mail.HtmlPage;
import dev.latchkey.mail.LineWrap;

/**
 * A notice in whole sentences. Both forms of the mail are made of it, so they say the same. It has no link, which could be
 * imitated.
 *
 * @param expected what a reader should do who knows of it
 * @param unexpected what a reader should do who doesn't
 */
record SecurityNotice(String subject, String happened, String expected, String unexpected) {

    String text(String when, String where) {
        return """
                Hello,

                %s

                When: %s
                From: %s

                %s

                %s
                """.formatted(LineWrap.of(happened), when, where, LineWrap.of(expected), LineWrap.of(unexpected));
    }

    String html(String when, String where) {
        return HtmlPage.of("About your account", """
                <p>%s</p>
                <p>When: %s<br>From: %s</p>
                <p>%s</p>
                <p>%s</p>
                """.formatted(
                        Html.escape(happened),
                        Html.escape(when),
                        Html.escape(where),
                        Html.escape(expected),
                        Html.escape(unexpected)));
    }
}
