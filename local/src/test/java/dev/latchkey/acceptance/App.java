package dev.latchkey.acceptance;

import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** A client's authenticator app, written from RFC 6238 and knowing nothing of ours. Its clock follows the functions'. */
record App(World world, String secret) {

    static App of(World world, Answer enrolment) {
        return new App(world, enrolment.text("/secret"));
    }

    /** The same app, once its step lasts so long that no call or two reach beyond it. */
    App settled() {
        await().until(() -> now().getEpochSecond() % 30 < 27);
        return this;
    }

    /** What it shows now. */
    String code() {
        return code(0);
    }

    /** What it shows so many steps from now. */
    String code(int steps) {
        return at(step() + steps);
    }

    /** A code that is none of the five around now. */
    String wrong() {
        for (int guess = 0; ; guess++) {
            String code = String.format(Locale.ROOT, "%06d", guess);
            if (IntStream.rangeClosed(-2, 2).noneMatch(near -> code(near).equals(code))) {
                return code;
            }
        }
    }

    long step() {
        return now().getEpochSecond() / 30;
    }

    private Instant now() {
        return Instant.parse(world.api().get("/_local/clock").text("/now"));
    }

    String at(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFF_FFFF;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
