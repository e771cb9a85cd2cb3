package dev.latchkey.account;

import dev.latchkey.mail.MailKind;

/** What a recovery code was used for. */
public enum RecoveryCodeUse {
    SIGN_IN("sign-in", MailKind.RECOVERY_CODE_USED),
    /** To enrol an app that will replace the present one. */
    ANOTHER_APP("another-app", MailKind.RECOVERY_CODE_USED_FOR_APP),
    NEW_CODES("new-codes", MailKind.RECOVERY_CODE_USED_FOR_CODES),
    REMOVAL("removal", MailKind.RECOVERY_CODE_USED_FOR_REMOVAL);

    private final String value;
    private final MailKind notice;

    RecoveryCodeUse(String value, MailKind notice) {
        this.value = value;
        this.notice = notice;
    }

    /** The value in the audit trail. */
    String value() {
        return value;
    }

    MailKind notice() {
        return notice;
    }
}
