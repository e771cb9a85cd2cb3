package dev.latchkey.functions.http;

import dev.latchkey.staff.AuthenticateStaff;
import dev.latchkey.staff.IdempotencyKey;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.StaffMember;
import java.util.Optional;

/** Guards all staff routes. Checks, in order: the caller, their own firm, their role. */
public final class StaffAuthorizer {

    private final AuthenticateStaff authenticate;

    public StaffAuthorizer(AuthenticateStaff authenticate) {
        this.authenticate = authenticate;
    }

    /** Accepts the caller or refuses: 401, then 404 as if the other firm didn't exist, then 403. */
    public StaffMember admit(Request request, Role needed) {
        StaffMember member = authenticate
                .authenticate(Bearer.of(request))
                .orElseThrow(() -> new ProblemException(Problem.INVALID_TOKEN));
        if (!member.firm().value().equals(request.pathParameter("firmId"))) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        if (!member.may(needed)) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
        return member;
    }

    /** The caller's idempotency key, if given. */
    public static Optional<IdempotencyKey> idempotencyKey(Request request) {
        String header = request.headers().get("idempotency-key");
        if (header == null) {
            return Optional.empty();
        }
        return Optional.of(IdempotencyKey.parse(header)
                .orElseThrow(() -> Fields.invalid("Idempotency-Key", "must be 1 to 64 printable ASCII characters")));
    }
}
