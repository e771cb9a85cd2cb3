package dev.latchkey.mail;

/**
 * The layout of every mail's HTML part: one column, no remote content, and the colours of the reader's mail program.
 */
public final class HtmlPage {

    private HtmlPage() {}

    /**
     * Puts a mail into the layout.
     *
     * @param paragraphs of HTML, each on its own lines; inserted text must be escaped
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
