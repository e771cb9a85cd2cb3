package dev.latchkey.account;

import dev.latchkey.mail.MailKind;

/** What a recovery code was used for. */
public enum RecoveryCodeUse {
    SIGN_IN("sign-in", MailKind.RECOVERY_CODE_USED),
    /** To begin with an app that is to take the place of the one there is. */
    ANOTHER_APP("another-app", MailKind.RECOVERY_CODE_USED_FOR_APP),
    NEW_CODES("new-codes", MailKind.RECOVERY_CODE_USED_FOR_CODES),
    REMOVAL("removal", MailKind.RECOVERY_CODE_USED_FOR_REMOVAL);

    private final String value;
    private final MailKind notice;

    RecoveryCodeUse(String value, MailKind notice) {
        this.value = value;
        this.notice = notice;
    }

    /** In the trail. */
    String value() {
        return value;
    }

    MailKind notice() {
        return notice;
    }
}
