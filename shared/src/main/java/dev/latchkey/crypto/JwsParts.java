package dev.latchkey.crypto;

import com.auth0.jwt.interfaces.Claim;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.util.Date;
import java.util.List;
import java.util.Map;

/**
 * The parts of a token that the library needs to verify a signature: as they were sent, with the name of the key. It
 * gives no claims: asking for them throws.
 */
record JwsParts(String token, String header, String payload, String signature, String kid) implements DecodedJWT {

    static JwsParts of(String token, String[] parts, String kid) {
        return new JwsParts(token, parts[0], parts[1], parts[2], kid);
    }

    @Override
    public String getToken() {
        return token;
    }

    @Override
    public String getHeader() {
        return header;
    }

    @Override
    public String getPayload() {
        return payload;
    }

    @Override
    public String getSignature() {
        return signature;
    }

    @Override
    public String getAlgorithm() {
        throw unread();
    }

    @Override
    public String getType() {
        throw unread();
    }

    @Override
    public String getContentType() {
        throw unread();
    }

    @Override
    public String getKeyId() {
        return kid;
    }

    @Override
    public Claim getHeaderClaim(String name) {
        throw unread();
    }

    @Override
    public String getIssuer() {
        throw unread();
    }

    @Override
    public String getSubject() {
        throw unread();
    }

    @Override
    public List<String> getAudience() {
        throw unread();
    }

    @Override
    public Date getExpiresAt() {
        throw unread();
    }

    @Override
    public Date getNotBefore() {
        throw unread();
    }

    @Override
    public Date getIssuedAt() {
        throw unread();
    }

    @Override
    public String getId() {
        throw unread();
    }

    @Override
    public Claim getClaim(String name) {
        throw unread();
    }

    @Override
    public Map<String, Claim> getClaims() {
        throw unread();
    }

    private static UnsupportedOperationException unread() {
        return new UnsupportedOperationException("claims are read by Jws, which is strict");
    }
}
