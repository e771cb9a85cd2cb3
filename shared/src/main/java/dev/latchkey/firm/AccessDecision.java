package dev.latchkey.firm;

/** How far somebody gets, as the {@linkplain AccessPolicy table} says. */
public enum AccessDecision {
    /** All the way: it does what it is for. */
    GRANTED("works"),
    /** A code of the app is asked for first. */
    CODE("then a code"),
    /** Nowhere but to setting up an app. */
    ENROLMENT("then only setting up an app"),
    /** Nowhere, until an app is set up some other way. */
    ENROLMENT_REQUIRED("enrolment-required"),
    /** Nowhere, and everybody is told so alike. */
    LOGIN_OFF("login-off"),
    /** Nowhere, and the answer is that to something unknown, dead or over. */
    REFUSED("refused");

    private final String value;

    AccessDecision(String word) {
        this.value = word;
    }

    /** Whether it leads anywhere. */
    public boolean leadsOn() {
        return this == GRANTED || this == CODE || this == ENROLMENT;
    }

    /** As the documents call it. */
    public String value() {
        return value;
    }
}
