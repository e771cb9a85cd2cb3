package dev.latchkey.firm;

import java.util.Arrays;
import java.util.Optional;

/** How a firm's clients sign in. */
public enum AccessMode {
    MAGIC_LINK_AND_LOGIN,
    MAGIC_LINK_ONLY,
    MAGIC_LINK_AND_LOGIN_2FA;

    /** By its exact name. */
    public static Optional<AccessMode> parse(String name) {
        return Arrays.stream(values()).filter(mode -> mode.name().equals(name)).findFirst();
    }

    /** Whether clients may log in with a password at all. */
    public boolean allowsLogin() {
        return this != MAGIC_LINK_ONLY;
    }

    /** Whether a login or a sign-in link also needs a code. */
    public boolean demandsSecondFactor() {
        return this == MAGIC_LINK_AND_LOGIN_2FA;
    }
}
