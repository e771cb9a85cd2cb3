package dev.latchkey.account;

import dev.latchkey.mail.HtmlPage;
import dev.latchkey.mail.MailKind;

/** The words of the notices, each in a text and an HTML form that say the same. A notice has no link that could be faked. */
enum NoticeWords {
    ACCOUNT_CREATED(
            "Your account at %s is set up",
            "an account was set up for this address at the client portal of\n%s.",
            "Then have it deactivated at once: tell\n%s."),
    PASSWORD_CHANGED(
            "Your password at %s was changed",
            "the password of your account at the client portal of\n%s was changed.",
            "Then choose \u201cforgotten password\u201d on the\nportal's page at once, and tell\n%s."),
    PASSWORD_RESET(
            "Your password at %s was reset",
            "the password of your account at the client portal of\n%s was reset by a mailed link.",
            "Then somebody reads your mail. Change the password\nof your mailbox first, then this one, and tell\n%s.");

    private final String subject;
    private final String happened;
    private final String otherwise;

    NoticeWords(String subject, String happened, String otherwise) {
        this.subject = subject;
        this.happened = happened;
        this.otherwise = otherwise;
    }

    static NoticeWords of(MailKind kind) {
        return switch (kind) {
            case ACCOUNT_CREATED -> ACCOUNT_CREATED;
            case PASSWORD_CHANGED -> PASSWORD_CHANGED;
            case PASSWORD_RESET -> PASSWORD_RESET;
            default -> throw new IllegalArgumentException("no notice: " + kind);
        };
    }

    String subject(String firm) {
        return subject.formatted(firm);
    }

    String text(String firm, String when, String where) {
        return """
                Hello,

                %s

                When: %s
                From: %s

                That was you? Then there is nothing to do.

                It wasn't you? %s
                """.formatted(happened.formatted(firm), when, where, otherwise.formatted(firm));
    }

    String html(String firm, String when, String where) {
        return HtmlPage.of(
                "About your account", """
                <p>%s</p>
                <p>When: %s<br>From: %s</p>
                <p>That was you? Then there is nothing to do.</p>
                <p>It wasn’t you? %s</p>
                """.formatted(happened.formatted(firm), when, where, otherwise.formatted(firm)));
    }
}
