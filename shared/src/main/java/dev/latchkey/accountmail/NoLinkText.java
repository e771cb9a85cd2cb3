package dev.latchkey.accountmail;

import dev.latchkey.accountlink.AccountLinkPurpose;
import dev.latchkey.firm.Firm;
import dev.latchkey.mail.Html;
import dev.latchkey.mail.HtmlPage;
import dev.latchkey.mail.LineWrap;
import dev.latchkey.mail.MailKind;

/**
 * The texts of the mails that are sent in place of an account link, if the address can't have the link that was asked for.
 * Each gives the reason and links to the portal's page. None has a secret.
 */
enum NoLinkText {
    ACCOUNT_EXISTS(
            MailKind.ACCOUNT_EXISTS,
            "You already have an account at %s",
            "somebody, most likely you, asked for an account at the client portal of %s. This address has one already, so"
                    + " there is nothing to set up. Sign in here:",
            "Sign in",
            "You don't know your password any more? Choose “forgotten password” on that page."),
    NO_ACCOUNT(
            MailKind.NO_ACCOUNT,
            "You have no account at %s yet",
            "somebody, most likely you, asked for a new password for the client portal of %s. This address has no account"
                    + " there yet, and so no password. You can get in here all the same:",
            "Go to the portal",
            "Have a link to sign in mailed to you, or sign up for an account with a password. That page offers both."),
    /** For firms where a mailed link needs a second factor besides. */
    NO_ACCOUNT_WHERE_LINKS_ARE_NOT_ENOUGH(
            MailKind.NO_ACCOUNT,
            "You have no account at %s yet",
            "somebody, most likely you, asked for a new password for the client portal of %s. This address has no account"
                    + " there yet, and so no password. You can sign up for one here:",
            "Go to the portal",
            "Choose “sign up” on that page, and a link to set up your account is mailed to you.");

    private static final String UNEXPECTED =
            "You didn't ask for this? Then there is nothing to do: nobody got in, and nothing has changed.";

    /** The name for the mail service. */
    final MailKind mail;

    private final String subject;
    private final String told;
    private final String button;
    private final String next;

    NoLinkText(MailKind mail, String subject, String told, String button, String next) {
        this.mail = mail;
        this.subject = subject;
        this.told = told;
        this.button = button;
        this.next = next;
    }

    /** For a link that would set up an account, or else reset a password. */
    static NoLinkText of(AccountLinkPurpose wanted, Firm firm) {
        if (wanted.setsUp()) {
            return ACCOUNT_EXISTS;
        }
        return firm.demandsSecondFactor() ? NO_ACCOUNT_WHERE_LINKS_ARE_NOT_ENOUGH : NO_ACCOUNT;
    }

    String subject(String firm) {
        return subject.formatted(firm);
    }

    String text(String firm, String url, String when, String where) {
        return """
                Hello,

                %s

                %s

                %s

                When: %s
                From: %s

                %s
                """.formatted(
                LineWrap.of(told.formatted(firm)), url, LineWrap.of(next), when, where, LineWrap.of(UNEXPECTED));
    }

    String html(String firm, String url, String when, String where) {
        return HtmlPage.of("About your account", """
                <p>%s</p>
                <p><a href="%s" style="font-weight: bold">%s</a></p>
                <p>%s</p>
                <p>When: %s<br>From: %s</p>
                <p>%s</p>
                """.formatted(
                        Html.escape(told.formatted(firm)),
                        Html.escape(url),
                        button,
                        Html.escape(next),
                        Html.escape(when),
                        Html.escape(where),
                        Html.escape(UNEXPECTED)));
    }
}
