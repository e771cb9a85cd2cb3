package dev.latchkey.audit;

/** What happened, in the words that the trail shows. */
public enum AuditType {
    LINK_SENT("link.sent"),
    LINK_CLAIMED("link.claimed"),
    LINK_REFUSED("link.refused"),
    SIGN_IN_SUCCEEDED("sign-in.succeeded"),
    MAIL_UNDELIVERABLE("mail.undeliverable"),
    MAIL_CLEARED("mail.cleared"),
    SESSION_ENDED("session.ended"),
    SESSION_REFRESH_REUSED("session.refresh-reused");

    private final String word;

    AuditType(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
