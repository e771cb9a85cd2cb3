package dev.latchkey.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.fuzz.Foreign;
import dev.latchkey.fuzz.Provider;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * Even a token that the firm's provider really signed is taken only if header and claims are what they must be, which is
 * judged here a second time by a lenient reader that sees what other readers would.
 */
public final class StaffTokenFuzz {

    private static final ObjectMapper LENIENT = new ObjectMapper();
    private static final Provider PROVIDER = Provider.start();
    private static final AuthenticateStaff STAFF = new AuthenticateStaff(
            new StaffIdentityProvider(Provider.ISSUER, Provider.AUDIENCE, PROVIDER.keys(), Duration.ofHours(12)),
            Clock.fixed(Provider.NOW, ZoneOffset.UTC));

    private StaffTokenFuzz() {}

    /** Bytes are a token that nobody signed; and header and claims, with a line break between them, that are signed. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        String text = Foreign.text(data);
        assertThat(STAFF.authenticate(text)).isEmpty();
        String[] parts = Foreign.lines(text, 2);
        var member = STAFF.authenticate(PROVIDER.signed(parts[0], parts[1]));
        if (member.isPresent()) {
            JsonNode header = LENIENT.readTree(parts[0]);
            JsonNode claims = LENIENT.readTree(parts[1]);
            assertHeader(header);
            assertClaims(claims);
            assertThat(member.get().firm().value())
                    .isEqualTo(claims.path("firm").textValue());
            assertThat(member.get().subject()).isEqualTo(claims.path("sub").textValue());
            assertThat(Foreign.isUnicode(member.get().subject())).isTrue();
            for (Role role : Role.values()) {
                assertThat(member.get().may(role)).isEqualTo(says(claims, role));
            }
        }
    }

    private static void assertHeader(JsonNode header) {
        assertThat(header.path("alg").textValue()).isEqualTo("ES256");
        assertThat(header.path("kid").textValue()).isEqualTo(Provider.KID);
        assertThat(header.path("typ").textValue()).isIn("JWT", "at+jwt");
        assertThat(header.has("crit")).isFalse();
    }

    private static void assertClaims(JsonNode claims) {
        JsonNode audience = claims.path("aud");
        assertThat(claims.path("iss").textValue()).isEqualTo(Provider.ISSUER);
        assertThat(audience.isArray() && audience.size() == 1 ? audience.get(0).textValue() : audience.textValue())
                .isEqualTo(Provider.AUDIENCE);
        long now = Provider.NOW.getEpochSecond();
        assertThat(claims.path("exp").bigIntegerValue().longValueExact()).isGreaterThan(now - 60);
        assertThat(claims.path("iat").bigIntegerValue().longValueExact()).isLessThanOrEqualTo(now + 60);
        assertThat(claims.path("exp").isIntegralNumber() && claims.path("iat").isIntegralNumber())
                .isTrue();
        if (claims.has("nbf")) {
            assertThat(claims.path("nbf").isIntegralNumber()).isTrue();
            assertThat(claims.path("nbf").bigIntegerValue().longValueExact()).isLessThanOrEqualTo(now + 60);
        }
    }

    private static boolean says(JsonNode claims, Role role) {
        Set<String> enough =
                switch (role) {
                    case READ -> Set.of("portal:read", "portal:support", "portal:admin");
                    case SUPPORT -> Set.of("portal:support", "portal:admin");
                    case ADMIN -> Set.of("portal:admin");
                };
        return claims.path("roles").valueStream().anyMatch(one -> enough.contains(one.asText()));
    }
}
