package dev.latchkey.crypto;

import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.SignatureVerificationException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A token in the form of a signed JWT (RFC 7515 compact form) that is not verified yet. The library verifies
 * signatures. This class refuses what the library accepts: non-canonical base64url, duplicate claims, {@code crit}, and
 * claims of the wrong type.
 */
public final class Jws {

    private static final int LONGEST = 8192;
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private final JwsParts parts;
    private final ObjectNode header;
    private final ObjectNode claims;

    private Jws(String token, String[] parts, ObjectNode header, ObjectNode claims) {
        this.parts = JwsParts.of(token, parts, text(header, "kid").orElse(""));
        this.header = header;
        this.claims = claims;
    }

    /** Empty for anything that is not exactly one well-formed compact JWS without {@code crit}. */
    public static Optional<Jws> parse(String token) {
        if (token.length() > LONGEST || !COMPACT.matcher(token).matches()) {
            return Optional.empty();
        }
        String[] parts = token.split("\\.", -1);
        if (!Arrays.stream(parts).allMatch(Base64Url::isCanonical)) {
            return Optional.empty();
        }
        return object(parts[0])
                .filter(header -> !header.has("crit"))
                .flatMap(header -> object(parts[1]).map(claims -> new Jws(token, parts, header, claims)));
    }

    /** A header parameter that is a string. */
    public Optional<String> header(String name) {
        return text(header, name);
    }

    /** Whether the header parameter is there, whatever it holds. */
    public boolean hasHeader(String name) {
        return header.has(name);
    }

    /** Whether the claim is there, whatever it holds. */
    public boolean has(String claim) {
        return claims.has(claim);
    }

    /** A claim that is a string. */
    public Optional<String> text(String claim) {
        return text(claims, claim);
    }

    /** A claim that is a whole number, as NumericDate and counters are. */
    public OptionalLong number(String claim) {
        JsonNode node = claims.get(claim);
        return node != null && node.isIntegralNumber() && node.canConvertToLong()
                ? OptionalLong.of(node.longValue())
                : OptionalLong.empty();
    }

    /** A claim that is an array of strings. */
    public Optional<Set<String>> texts(String claim) {
        JsonNode node = claims.get(claim);
        if (node == null || !node.isArray() || !node.valueStream().allMatch(JsonNode::isTextual)) {
            return Optional.empty();
        }
        return Optional.of(
                Set.copyOf(node.valueStream().map(JsonNode::textValue).toList()));
    }

    /** The audience where it is exactly one, as a string or as an array of one. */
    public Optional<String> audience() {
        JsonNode node = claims.get("aud");
        return node != null && node.isArray() && node.size() == 1
                ? Optional.ofNullable(node.get(0).textValue())
                : text("aud");
    }

    public boolean isSignedBy(Algorithm key) {
        try {
            key.verify(parts);
            return true;
        } catch (SignatureVerificationException forged) {
            return false;
        }
    }

    private static Optional<ObjectNode> object(String part) {
        return StrictJson.object(new String(Base64Url.decode(part), StandardCharsets.UTF_8));
    }

    private static Optional<String> text(ObjectNode object, String name) {
        JsonNode node = object.get(name);
        return node == null ? Optional.empty() : Optional.ofNullable(node.textValue());
    }
}
