package dev.latchkey.contactaccess;

import dev.latchkey.firm.AccessMode;
import java.util.Optional;
import java.util.stream.Stream;

/** The status of one address of a contact: the first that applies. */
public enum AccessStatus {
    /** Staff deactivated the address. */
    DEACTIVATED,
    /** There is an account, but the firm has turned login off. */
    LOGIN_OFF,
    /** Locked now, after too many wrong passwords or codes. */
    LOCKED,
    /** The firm requires a second factor, and none is enrolled yet. */
    ENROLMENT_REQUIRED,
    /** The account can be used. */
    ACTIVE,
    /** There is no account, but a valid invitation. */
    INVITED,
    /** There is no account at this address, but one at a former address of the contact. */
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
