package dev.latchkey.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A login of one firm: one for each address, whatever contacts it stands on. Whether it may be used is not said here but
 * by its address, which must stand on a contact in use.
 *
 * @param subject the {@code sub} of its address when the account was made; its sessions have the one of now
 * @param passwordHash the PHC string of the password's Argon2id hash
 * @param passwordVersion counts passwords, from 1; whatever was proven or mailed under an earlier one is void
 * @param resetVersion the count at which a mailed link set one last; 0 for never
 * @param enrolmentSuggested whether staff took its second factor away and its owner has set up no other yet
 * @param lastLogin when somebody last came in by it and how; {@code null} for never
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
     * When somebody last came in by it.
     *
     * @param amr what was proven, in order
     */
    public record LastLogin(Instant at, List<String> amr) {}
}
