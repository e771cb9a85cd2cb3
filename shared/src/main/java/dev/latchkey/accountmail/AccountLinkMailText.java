package dev.latchkey.accountmail;

import dev.latchkey.mail.HtmlPage;
import dev.latchkey.mail.MailKind;

/** The words of the mails that carry an account link, each in a text and an HTML form that say the same. */
enum AccountLinkMailText {
    SIGN_UP(
            "Set up your account at %s",
            "Somebody, most likely you, asked for an account at the client\nportal of %s. Choose a password here:",
            "Choose a password",
            """
            The link works once, until %s.
            A later mail of this kind takes its place."""),
    INVITATION(
            "%s invites you to its client portal",
            "%s invites you to set up an account at its client\nportal. Choose a password here:",
            "Choose a password",
            """
            The link works once, until %s.
            A later mail of this kind takes its place."""),
    RESET(
            "Choose a new password at %s",
            "Somebody, most likely you, forgot the password for the client\nportal of %s. Choose another one here:",
            "Choose a new password",
            """
            The link works once, until %s.
            Until you use it, your password stays as it is. Choosing
            another one signs you out everywhere.""");

    private final String subject;
    private final String opening;
    private final String button;
    private final String rules;

    AccountLinkMailText(String subject, String opening, String button, String rules) {
        this.subject = subject;
        this.opening = opening;
        this.button = button;
        this.rules = rules;
    }

    static AccountLinkMailText of(MailKind kind) {
        return switch (kind) {
            case SIGN_UP -> SIGN_UP;
            case INVITATION -> INVITATION;
            case RESET -> RESET;
            default -> throw new IllegalArgumentException("no account link in " + kind);
        };
    }

    String subject(String firm) {
        return subject.formatted(firm);
    }

    String text(String firm, String url, String end) {
        return """
                Hello,

                %s

                %s

                %s
                Please don't forward this mail: whoever has the link can
                choose the password.

                You weren't expecting this? Then don't use it; without the
                link nothing changes.
                """.formatted(opening.formatted(firm), url, rules.formatted(end));
    }

    String html(String firm, String url, String end) {
        return HtmlPage.of("Your account", """
                <p>%s</p>
                <p><a href="%s" style="font-weight: bold">%s</a></p>
                <p>%s Please don’t forward this mail: whoever has the link can choose the password.</p>
                <p>You weren’t expecting this? Then don’t use it; without the link nothing changes.</p>
                """.formatted(opening.formatted(firm), url, button, rules.formatted(end)));
    }
}
