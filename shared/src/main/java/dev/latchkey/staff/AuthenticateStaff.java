package dev.latchkey.staff;

import dev.latchkey.crypto.Jws;
import dev.latchkey.crypto.TimeClaims;
import dev.latchkey.firm.FirmId;
import dev.latchkey.snapstart.Snapshotted;
import dev.latchkey.text.Unicode;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Verifies a staff token of the identity provider, RFC 8725: our issuer, our audience, a key that the provider
 * publishes, the algorithm of that key, valid times with a minute of clock skew, and a lifetime that the operator
 * allows. Embedded keys and key URLs in the header are ignored.
 */
public final class AuthenticateStaff implements Snapshotted {

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(60);
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");
    private static final int LONGEST_SUBJECT = 255;

    private final StaffIdentityProvider issuer;
    private final StaffKeys keys;
    private final Clock clock;

    public AuthenticateStaff(StaffIdentityProvider issuer, Clock clock) {
        this.issuer = issuer;
        this.keys = new StaffKeys(issuer.keys(), clock);
        this.clock = clock;
    }

    @Override
    public void forget() {
        keys.forget();
    }

    /** Empty if the token is not valid, without the reason. */
    public Optional<StaffMember> authenticate(String token) {
        return Jws.parse(token)
                .filter(AuthenticateStaff::isOfType)
                .filter(jws -> jws.text("iss").filter(issuer.issuer()::equals).isPresent())
                .filter(jws -> jws.audience().filter(issuer.audience()::equals).isPresent())
                .filter(jws -> TimeClaims.hold(jws, clock.instant(), CLOCKS_DIFFER, CLOCKS_DIFFER))
                .filter(jws -> TimeClaims.lastsAtMost(jws, issuer.tokenLife()))
                .filter(this::isSigned)
                .flatMap(AuthenticateStaff::member);
    }

    /** A media type, compared case-insensitively (RFC 7515 section 4.1.9). Some providers omit it. */
    private static boolean isOfType(Jws jws) {
        return !jws.hasHeader("typ")
                || jws.header("typ")
                        .map(type -> type.toLowerCase(Locale.ROOT))
                        .filter(TYPES::contains)
                        .isPresent();
    }

    private boolean isSigned(Jws jws) {
        return jws.header("kid")
                .flatMap(keys::find)
                .flatMap(StaffAlgorithm::of)
                .filter(key -> jws.header("alg").filter(key.getName()::equals).isPresent())
                .filter(jws::isSignedBy)
                .isPresent();
    }

    private static Optional<StaffMember> member(Jws jws) {
        Optional<String> subject = jws.text("sub").filter(AuthenticateStaff::isSubject);
        return jws.text("firm")
                .flatMap(FirmId::parse)
                .flatMap(firm -> subject.flatMap(
                        sub -> jws.texts("roles").map(roles -> new StaffMember(firm, sub, known(roles)))));
    }

    private static boolean isSubject(String text) {
        return !text.isBlank() && text.length() <= LONGEST_SUBJECT && Unicode.isWellFormed(text);
    }

    private static Set<Role> known(Set<String> roles) {
        return roles.stream().flatMap(role -> Role.of(role).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
