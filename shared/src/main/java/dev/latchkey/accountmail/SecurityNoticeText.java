package dev.latchkey.accountmail;

import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.OutgoingMail;
import java.util.Objects;

/** The texts of the notices. Each says what happened, and what to do if it wasn't the reader. */
enum SecurityNoticeText {
    ACCOUNT_CREATED(
            "Your account at %s is set up",
            "an account was set up for this address at the client portal of %s.",
            "Then have it deactivated at once: tell %s."),
    PASSWORD_CHANGED(
            "Your password at %s was changed",
            "the password of your account at the client portal of %s was changed.",
            "Then choose “forgotten password” on the portal's page at once, and tell %s."),
    PASSWORD_RESET(
            "Your password at %s was reset",
            "the password of your account at the client portal of %s was reset by a mailed link.",
            "Then somebody reads your mail. Change the password of your mailbox first, then this one, and tell %s."),
    TOTP_ENROLLED("Your authenticator app at %s was set up", """
            an authenticator app was set up for your account at the client portal of %s. From now on signing in takes \
            one of its codes. Earlier logins have ended, and earlier recovery codes are worth nothing any more.""", """
            Then somebody knows your password. Choose “forgotten password” on the portal's page at once, and ask %s \
            to reset the authenticator app."""),
    TOTP_REMOVED("Your authenticator app at %s was removed", """
            the authenticator app of your account at the client portal of %s was removed. Signing in takes no code any \
            more, and the recovery codes are worth nothing.""", """
            Then somebody knows your password and can read your codes. Choose “forgotten password” on the portal's \
            page at once, and tell %s."""),
    TOTP_RESET(Doer.STAFF, "Your authenticator app at %s was reset", """
            somebody at %s reset the authenticator app of your account at the client portal. The app counts for nothing \
            there now, its recovery codes neither, and all your logins have ended. Your password stays as it is. \
            The next login asks you to set the app up again.""", """
            Then somebody may have asked for it in your name. Tell %s at once, and choose “forgotten password” on the \
            portal's page."""),
    RECOVERY_CODES_REGENERATED("Your recovery codes at %s were replaced", """
            new recovery codes were made for your account at the client portal of %s. The earlier ones are worth \
            nothing any more.""", """
            Then somebody else is in your account. Choose “forgotten password” on the portal's page at once, and ask \
            %s to reset the authenticator app."""),
    RECOVERY_CODE_USED("A recovery code was used at %s", """
            a recovery code was used to sign in to your account at the client portal of %s, in place of a code of \
            your authenticator app.""", """
            Then somebody has your recovery codes, and your password or your mail. Change the password of your mailbox \
            first, then choose “forgotten password” on the portal's page, and tell %s."""),
    RECOVERY_CODE_USED_FOR_APP("A recovery code was used at %s", """
            somebody who is signed in to your account at the client portal of %s used a recovery code, in place of a code \
            of your authenticator app, to set up another app. Your app and the other recovery codes stay good until the \
            first code of the other app has come.""", """
            Then somebody has your password and your recovery codes. Choose “forgotten password” on the portal's page at \
            once, and ask %s to reset the authenticator app."""),
    RECOVERY_CODE_USED_FOR_CODES("A recovery code was used at %s", """
            somebody who is signed in to your account at the client portal of %s used a recovery code, in place of a code \
            of your authenticator app, to make new recovery codes. The earlier ones are worth nothing any more.""", """
            Then somebody else is in your account and has your recovery codes. Choose “forgotten password” on the \
            portal's page at once, and ask %s to reset the authenticator app."""),
    RECOVERY_CODE_USED_FOR_REMOVAL("A recovery code was used at %s", """
            somebody who is signed in to your account at the client portal of %s used a recovery code, in place of a code \
            of your authenticator app, to remove the app. Signing in takes no code any more.""", """
            Then somebody has your password and your recovery codes. Choose “forgotten password” on the portal's page at \
            once, and tell %s."""),
    WRONG_CODES("Wrong codes for your account at %s", """
            somebody typed the right password of your account at the client portal of %s, or opened a sign-in link \
            that was mailed to you, and then typed several wrong codes.""", """
            Then somebody knows your password or reads your mail. Change the password of your mailbox first, then \
            choose “forgotten password” on the portal's page, and tell %s."""),
    TEMPORARY_CODE_ISSUED(
            Doer.STAFF,
            "A temporary code for your account at %s",
            """
            somebody at %s issued a temporary code for your account at the client portal. It stands in for your \
            authenticator app at one login within 24 hours. The code itself is never mailed.""",
            "Then somebody may have asked for it in your name. Tell %s at once."),
    TEMPORARY_CODE_USED("A temporary code was used at %s", """
            a temporary code was used to sign in to your account at the client portal of %s, in place of a code of \
            your authenticator app. It is good for nothing any more.""", """
            Then somebody was given your temporary code, and has your password or your mail. Change the password of \
            your mailbox first, then choose “forgotten password” on the portal's page, and tell %s."""),
    NEW_DEVICE("A new device signed in at %s", """
            somebody signed in to the client portal of %s on a device that had not been used there for your address.""", """
            Then somebody reads your mail or knows your password. Change the password of your mailbox first, then \
            choose “forgotten password” on the portal's page, and tell %s.""");

    private enum Doer {
        READER("That was you? Then there is nothing to do.", "It wasn't you? "),
        STAFF("You asked for it? Then all is well.", "You did not ask for it? ");

        private final String expected;
        private final String unexpected;

        Doer(String expected, String unexpected) {
            this.expected = expected;
            this.unexpected = unexpected;
        }
    }

    private final Doer doer;
    private final String subject;
    private final String happened;
    private final String otherwise;

    SecurityNoticeText(String subject, String happened, String otherwise) {
        this(Doer.READER, subject, happened, otherwise);
    }

    SecurityNoticeText(Doer doer, String subject, String happened, String otherwise) {
        this.doer = doer;
        this.subject = subject;
        this.happened = happened;
        this.otherwise = otherwise;
    }

    static SecurityNoticeText of(MailKind kind) {
        return switch (kind) {
            case ACCOUNT_CREATED -> ACCOUNT_CREATED;
            case PASSWORD_CHANGED -> PASSWORD_CHANGED;
            case PASSWORD_RESET -> PASSWORD_RESET;
            case TOTP_ENROLLED -> TOTP_ENROLLED;
            case TOTP_REMOVED -> TOTP_REMOVED;
            case TOTP_RESET -> TOTP_RESET;
            case RECOVERY_CODES_REGENERATED -> RECOVERY_CODES_REGENERATED;
            case RECOVERY_CODE_USED -> RECOVERY_CODE_USED;
            case RECOVERY_CODE_USED_FOR_APP -> RECOVERY_CODE_USED_FOR_APP;
            case RECOVERY_CODE_USED_FOR_CODES -> RECOVERY_CODE_USED_FOR_CODES;
            case RECOVERY_CODE_USED_FOR_REMOVAL -> RECOVERY_CODE_USED_FOR_REMOVAL;
            case WRONG_CODES -> WRONG_CODES;
            case TEMPORARY_CODE_ISSUED -> TEMPORARY_CODE_ISSUED;
            case TEMPORARY_CODE_USED -> TEMPORARY_CODE_USED;
            case NEW_DEVICE -> NEW_DEVICE;
            case REQUEST_LINK, SIGN_IN_LINK, SIGN_UP, INVITATION, RESET, ACCOUNT_EXISTS, NO_ACCOUNT ->
                throw new IllegalArgumentException("no notice: " + kind);
        };
    }

    /** Fails for a used recovery code without the number that is left, and for a new device without its way of login. */
    SecurityNotice notice(String firm, OutgoingMail mail) {
        String told = happened.formatted(firm);
        String unexpected = doer.unexpected + otherwise.formatted(firm);
        if (this == RECOVERY_CODE_USED || this == RECOVERY_CODE_USED_FOR_APP) {
            RecoveryCodeCountText left =
                    new RecoveryCodeCountText(Objects.requireNonNull(mail.number(), "how many codes are left"));
            return new SecurityNotice(
                    subject.formatted(firm), told + " " + left.told(firm), left.expected(), unexpected);
        }
        if (this == NEW_DEVICE) {
            String amr = Objects.requireNonNull(mail.amr(), "how it got in");
            told += " " + SignInNoticeText.of(amr, mail.requestSource().userAgent());
        }
        return new SecurityNotice(subject.formatted(firm), told, doer.expected, unexpected);
    }
}
