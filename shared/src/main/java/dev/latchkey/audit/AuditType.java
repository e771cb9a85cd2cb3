package dev.latchkey.audit;

import java.util.Optional;
import java.util.stream.Stream;

/** The types of event, with their values on the trail. */
public enum AuditType {
    LINK_SENT("link.sent"),
    LINK_CLAIMED("link.claimed"),
    LINK_REFUSED("link.refused"),
    SIGN_IN_SUCCEEDED("sign-in.succeeded"),
    SIGN_IN_FAILED("sign-in.failed"),
    ACCOUNT_CREATED("account.created"),
    ACCOUNT_LOCKED("account.locked"),
    ACCOUNT_UNLOCKED("account.unlocked"),
    ACCOUNT_DEACTIVATED("account.deactivated"),
    ACCOUNT_REACTIVATED("account.reactivated"),
    PASSWORD_CHANGED("password.changed"),
    PASSWORD_RESET("password.reset"),
    TOTP_ENROLLED("totp.enrolled"),
    TOTP_REMOVED("totp.removed"),
    TOTP_RESET("totp.reset"),
    RECOVERY_CODE_USED("recovery-code.used"),
    RECOVERY_CODES_REGENERATED("recovery-codes.regenerated"),
    TEMPORARY_CODE_ISSUED("temporary-code.issued"),
    TEMPORARY_CODE_USED("temporary-code.used"),
    INVITATION_SENT("invitation.sent"),
    MAIL_UNDELIVERABLE("mail.undeliverable"),
    MAIL_CLEARED("mail.cleared"),
    SESSION_ENDED("session.ended"),
    SESSION_REFRESH_REUSED("session.refresh-reused"),
    SETTINGS_CHANGED("settings.changed"),
    SETTINGS_SCHEDULED("settings.scheduled"),
    REPORT_EXPORTED("report.exported"),
    DEVICE_NEW("device.new"),
    CONTACT_ERASED("contact.erased"),
    FIRM_DELETED("firm.deleted");

    private final String value;

    AuditType(String value) {
        this.value = value;
    }

    /** The type with exactly this value. */
    public static Optional<AuditType> of(String value) {
        return Stream.of(values()).filter(type -> type.value.equals(value)).findFirst();
    }

    public String value() {
        return value;
    }
}
