package dev.latchkey.mail;

/** The frame of every mail's HTML part: one column, no remote content, colours left to the reader's mail program. */
public final class HtmlPage {

    private HtmlPage() {}

    /**
     * Frames a mail.
     *
     * @param paragraphs of HTML, each on lines of its own; what is put in there must be escaped
     */
    public static String of(String title, String paragraphs) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                </head>
                <body style="font-family: sans-serif; font-size: 16px; line-height: 1.5">
                <p>Hello,</p>
                %s</body>
                </html>
                """.formatted(title, paragraphs);
    }
}
