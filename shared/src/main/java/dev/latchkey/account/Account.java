package dev.latchkey.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The login of an address at a firm. There is one for each address, whichever contacts have it. The account does not tell
 * whether it may be used: its address must be on a contact in use.
 *
 * @param subject the {@code sub} of its address when the account was made; its sessions have the current one
 * @param passwordHash the PHC string of the password's Argon2id hash
 * @param passwordVersion counts passwords, from 1; a proof or mail of an earlier version is void
 * @param resetVersion the version that a mailed link set last; 0 for none
 * @param enrolmentSuggested whether staff removed its second factor and its owner has not set up another
 * @param lastLogin the last login with it; {@code null} for none
 */
public record Account(
        String subject,
        String passwordHash,
        long passwordVersion,
        long resetVersion,
        Instant createdAt,
        boolean enrolmentSuggested,
        @Nullable LastLogin lastLogin) {

    /**
     * The time and means of a login.
     *
     * @param amr what was proven, in order
     */
    public record LastLogin(Instant at, List<String> amr) {}
}
