package dev.latchkey.session;

import dev.latchkey.crypto.Digest;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.FirmId;

/**
 * What the table keeps of a session's refresh tokens: the hash of the family's secret, and a salt. The n-th token contains
 * the secret and the tag HMAC(secret, salt + n). So every issued token is recognised without a list, and a token has always
 * the same successor. A token can't be made from the table alone, nor a successor from a token alone. A forged or altered
 * token fails the check of its tag.
 */
public record RefreshTokenFamily(String secretHash, String salt) {

    public static RefreshTokenFamily of(String secret, Randomness randomness) {
        return new RefreshTokenFamily(Digest.sha256(secret), randomness.secret());
    }

    /** The token of a generation. It needs the secret, which only an earlier token contains or the device derives. */
    public RefreshToken token(FirmId firm, SessionId session, long generation, String secret) {
        return new RefreshToken(firm, session, generation, secret, tag(session, generation, secret));
    }

    /** Whether this family issued the token. Says nothing of its age. */
    public boolean issued(RefreshToken token) {
        boolean secretFits = Digest.same(secretHash, Digest.sha256(token.familySecret()));
        boolean tagFits = Digest.same(tag(token.session(), token.generation(), token.familySecret()), token.tag());
        return secretFits && tagFits;
    }

    private String tag(SessionId session, long generation, String secret) {
        return Digest.hmac(secret, salt + "." + session.text() + "." + generation);
    }
}
