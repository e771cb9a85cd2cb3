package dev.latchkey.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwk.Jwk;
import com.auth0.jwt.algorithms.Algorithm;
import java.io.IOException;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.util.List;

/** A provider's key set is read or it is an outage; a key that verifies anything is strong, on its curve, and of one algorithm. */
public final class KeySetFuzz {

    private KeySetFuzz() {}

    /** Bytes are what stood at the set's address. */
    public static void fuzzerTestOneInput(byte[] data) throws Exception {
        List<Jwk> keys;
        try {
            keys = StaffKeySource.keysOf(data);
        } catch (IOException unreadable) {
            assertThat(unreadable).hasMessage("not a JWK set");
            return;
        }
        assertThat(keys).hasSizeLessThanOrEqualTo(64);
        for (Jwk key : keys) {
            var algorithm = StaffAlgorithm.of(key);
            if (algorithm.isPresent()) {
                judge(key, algorithm.get());
            }
        }
    }

    private static void judge(Jwk key, Algorithm algorithm) throws Exception {
        assertThat(key.getUsage()).isIn(null, "sig");
        assertThat(key.getAlgorithm()).isIn(null, algorithm.getName());
        if (algorithm.getName().equals("RS256")) {
            RSAPublicKey rsa = (RSAPublicKey) key.getPublicKey();
            assertThat(rsa.getModulus().bitLength()).isBetween(2048, 16_384);
            assertThat(rsa.getModulus().testBit(0)).isTrue();
            assertThat(rsa.getPublicExponent()).isGreaterThanOrEqualTo(BigInteger.valueOf(3));
            assertThat(rsa.getPublicExponent().testBit(0)).isTrue();
            return;
        }
        assertThat(algorithm.getName()).isEqualTo("ES256");
        ECPublicKey ec = (ECPublicKey) key.getPublicKey();
        BigInteger p = ((ECFieldFp) ec.getParams().getCurve().getField()).getP();
        BigInteger x = ec.getW().getAffineX();
        BigInteger y = ec.getW().getAffineY();
        BigInteger right = x.pow(3)
                .add(ec.getParams().getCurve().getA().multiply(x))
                .add(ec.getParams().getCurve().getB());
        assertThat(p.bitLength()).isEqualTo(256);
        assertThat(x.signum() >= 0 && x.compareTo(p) < 0 && y.signum() >= 0 && y.compareTo(p) < 0)
                .isTrue();
        assertThat(y.pow(2).subtract(right).mod(p)).isEqualTo(BigInteger.ZERO);
    }
}
