package dev.latchkey.access;

import dev.latchkey.firm.AccessMode;
import java.util.Optional;
import java.util.stream.Stream;

/** How it stands with one address of a contact, in one word. The first that applies. */
public enum AccessStatus {
    /** Staff keep out whoever has the address. */
    DEACTIVATED,
    /** There is an account, and the firm lets nobody log in. */
    LOGIN_OFF,
    /** Too many wrong passwords or codes, a moment ago. */
    LOCKED,
    /** The firm demands a second factor, and there is none yet. */
    ENROLMENT_REQUIRED,
    /** The account can be used. */
    ACTIVE,
    /** There is no account, and an invitation that is still good. */
    INVITED,
    /** There is none here, but one at an address that left the contact. */
    EMAIL_MISMATCH,
    /** There is no account. */
    NO_ACCOUNT;

    /** By its exact name. */
    public static Optional<AccessStatus> of(String name) {
        return Stream.of(values()).filter(status -> status.name().equals(name)).findFirst();
    }

    static AccessStatus of(AccessMode mode, AddressAccess access) {
        if (access.address().isDeactivated()) {
            return DEACTIVATED;
        }
        if (access.account() == null) {
            return access.invitation() == null ? NO_ACCOUNT : INVITED;
        }
        return switch (mode) {
            case MAGIC_LINK_ONLY -> LOGIN_OFF;
            case MAGIC_LINK_AND_LOGIN -> locked(access, ACTIVE);
            case MAGIC_LINK_AND_LOGIN_2FA ->
                locked(access, access.authenticator() == null ? ENROLMENT_REQUIRED : ACTIVE);
        };
    }

    private static AccessStatus locked(AddressAccess access, AccessStatus otherwise) {
        return access.lockedUntil() == null ? otherwise : LOCKED;
    }
}
