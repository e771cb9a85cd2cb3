package dev.latchkey.account;

import dev.latchkey.mail.Html;
import dev.latchkey.mail.HtmlPage;
import dev.latchkey.mail.LineWrap;

/**
 * One notice in whole sentences, from which both forms of the mail are made, so that they say the same. It has no link
 * that could be faked.
 *
 * @param expected what to do for a reader who knows of it
 * @param unexpected what to do for one who does not
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
