package dev.latchkey.staff;

import java.util.Optional;
import java.util.stream.Stream;

/** What staff may do; each role includes those before it. */
public enum Role {
    READ("portal:read"),
    SUPPORT("portal:support"),
    ADMIN("portal:admin");

    private final String claim;

    Role(String claim) {
        this.claim = claim;
    }

    /** The role with exactly this spelling in the token's {@code roles}. */
    static Optional<Role> of(String claim) {
        return Stream.of(values()).filter(role -> role.claim.equals(claim)).findFirst();
    }

    boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
