package dev.latchkey.staff;

/** The identity provider's keys could not be fetched, so staff tokens can't be verified now. */
public final class StaffKeysUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaffKeysUnavailable(Throwable cause) {
        super("the staff identity provider's keys could not be fetched", cause);
    }
}
