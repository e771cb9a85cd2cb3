package dev.latchkey.firm;

/** The decision of {@link AccessPolicy}. */
public enum AccessDecision {
    /** Allowed. */
    GRANTED("works"),
    /** A code of the authenticator app is required first. */
    CODE("then a code"),
    /** Only the enrolment of an authenticator is allowed. */
    ENROLMENT("then only setting up an app"),
    /** Denied until an authenticator is enrolled. */
    ENROLMENT_REQUIRED("enrolment-required"),
    /** Denied, with the same answer to everybody. */
    LOGIN_OFF("login-off"),
    /** Denied, with the answer for something unknown, invalid or expired. */
    REFUSED("refused");

    private final String value;

    AccessDecision(String value) {
        this.value = value;
    }

    /** Whether it is not a denial. */
    public boolean leadsOn() {
        return this == GRANTED || this == CODE || this == ENROLMENT;
    }

    /** Its name in the documents. */
    public String value() {
        return value;
    }
}
