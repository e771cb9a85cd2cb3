package dev.latchkey.session;

import dev.latchkey.crypto.Digest;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.FirmId;

/**
 * What the table keeps of a session's refresh tokens: the hash of the family's secret, and a salt. The n-th token holds
 * the secret and the tag HMAC(secret, salt + n). So every token that was ever issued is recognised without keeping a
 * list, the successor of a token is always the same one, and the table without a token is as useless as a token without
 * the table. A token made up, or altered in one character, fails the tag and is nobody's.
 */
public record RefreshTokenFamily(String secretHash, String salt) {

    public static RefreshTokenFamily of(String secret, Randomness randomness) {
        return new RefreshTokenFamily(Digest.sha256(secret), randomness.secret());
    }

    /** The token of a generation; needs the secret, which only the holder of an earlier token or of the device has. */
    public RefreshToken token(FirmId firm, SessionId session, long generation, String secret) {
        return new RefreshToken(firm, session, generation, secret, tag(session, generation, secret));
    }

    /** Whether the token is of this family and untouched. Says nothing of its age. */
    public boolean made(RefreshToken token) {
        boolean secretFits = Digest.same(secretHash, Digest.sha256(token.familySecret()));
        boolean tagFits = Digest.same(tag(token.session(), token.generation(), token.familySecret()), token.tag());
        return secretFits && tagFits;
    }

    private String tag(SessionId session, long generation, String secret) {
        return Digest.hmac(secret, salt + "." + session.text() + "." + generation);
    }
}
