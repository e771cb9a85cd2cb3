package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idTest {

    private static final String SALT = "MDEyMzQ1Njc4OWFiY2RlZg";
    private static final String TAG = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY";
    private static final long MEMORY = 19_456L * 1024;

    private final Argon2id argon2id = new Argon2id(new Randomness(), Argon2Cost.OF_PASSWORDS);

    /** The reference implementation's own vectors for version 19. */
    @ParameterizedTest
    @CsvSource({
        "65536,2,1,password,somesalt,09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
        "256,2,1,password,somesalt,9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
        "256,2,2,password,somesalt,6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037",
        "65536,1,1,password,somesalt,f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98",
        "65536,2,1,differentpassword,somesalt,0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde",
        "65536,2,1,password,diffsalt,bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c"
    })
    void theReferenceVectors_verifyAtTheCostTheyName(int m, int t, int p, String password, String salt, String tag) {
        String phc = "$argon2id$v=19$m=" + m + ",t=" + t + ",p=" + p + "$" + base64(bytes(salt)) + "$"
                + base64(HexFormat.of().parseHex(tag));
        assertThat(argon2id.verify(bytes(password), phc)).isTrue();
        assertThat(argon2id.isOutdated(phc)).isTrue();
    }

    @Test
    void aHash_verifiesItsOwnPasswordAndNoOther() {
        String phc = argon2id.hash(bytes("correct horse"));
        assertThat(phc).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(argon2id.isOutdated(phc)).isFalse();
        assertThat(argon2id.verify(bytes("correct horse"), phc)).isTrue();
        for (String other : new String[] {"", "correct horsf", "Correct horse", "correct horse ", "correct horse\0"}) {
            assertThat(argon2id.verify(bytes(other), phc)).as(other).isFalse();
        }
    }

    @Test
    void onePassword_neverHashesAlikeTwice() {
        Set<String> salts = new HashSet<>();
        Set<String> tags = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            String[] parts = argon2id.hash(bytes("the same")).split("\\$", -1);
            salts.add(parts[4]);
            tags.add(parts[5]);
        }
        assertThat(salts).hasSize(5);
        assertThat(tags).hasSize(5);
    }

    @Test
    void aTagThatDiffersInOneBit_isRefused() {
        String phc = argon2id.hash(bytes("p"));
        int at = phc.lastIndexOf('$') + 1;
        byte[] tag = Base64.getDecoder().decode(phc.substring(at));
        for (int place : new int[] {0, 31}) {
            byte[] flipped = tag.clone();
            flipped[place] ^= 1;
            assertThat(argon2id.verify(bytes("p"), phc.substring(0, at) + base64(flipped)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"19455,2,1", "19457,2,1", "19456,1,1", "19456,3,1", "19456,2,2"})
    void anyOtherCost_isOutdated(int m, int t, int p) {
        String phc = "$argon2id$v=19$m=" + m + ",t=" + t + ",p=" + p + "$" + SALT + "$" + TAG;
        assertThat(argon2id.isOutdated(phc)).isTrue();
    }

    @Test
    void aShorterSaltOrTag_isOutdated() {
        String cost = "$argon2id$v=19$m=19456,t=2,p=1$";
        assertThat(argon2id.isOutdated(cost + SALT + "$" + TAG)).isFalse();
        assertThat(argon2id.isOutdated(cost + base64(new byte[15]) + "$" + TAG)).isTrue();
        assertThat(argon2id.isOutdated(cost + SALT + "$" + base64(new byte[31])))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain text",
                "$argon2i$v=19$m=19456,t=2,p=1$SALT$TAG",
                "$argon2d$v=19$m=19456,t=2,p=1$SALT$TAG",
                "$ARGON2ID$v=19$m=19456,t=2,p=1$SALT$TAG",
                "$argon2id$v=16$m=19456,t=2,p=1$SALT$TAG",
                "$argon2id$m=19456,t=2,p=1$SALT$TAG",
                "$argon2id$v=19$t=2,m=19456,p=1$SALT$TAG",
                "$argon2id$v=19$m=19456,t=2$SALT$TAG",
                "$argon2id$v=19$m=19456,t=2,p=1,keyid=a$SALT$TAG",
                "$argon2id$v=19$m=019456,t=2,p=1$SALT$TAG",
                "$argon2id$v=19$m=+19456,t=2,p=1$SALT$TAG",
                "$argon2id$v=19$m=١٩٤٥٦,t=2,p=1$SALT$TAG",
                "$argon2id$v=19$m=19456,t=2,p=1$$TAG",
                "$argon2id$v=19$m=19456,t=2,p=1$SALT$",
                "$argon2id$v=19$m=19456,t=2,p=1$SALT",
                "$argon2id$v=19$m=19456,t=2,p=1$SALT$TAG\n",
                "$argon2id$v=19$m=19456,t=2,p=1$SALT$TAG=",
                "$argon2id$v=19$m=19456,t=2,p=1$SALT$TAG$",
                "$argon2id$v=19$m=19456,t=2,p=1$SALT$AAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=19456,t=2,p=1$AAAAA$TAG",
                "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZh$TAG",
                "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAA$TAG",
                "$argon2id$v=19$m=19456,t=2,p=1$SALT$AAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=19456,t=2,p=1$SALT$-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_",
                "$argon2id$v=19$m=19456,t=2,p=1$SALT$TAGTAGTAGTAGTAGTAGTAG"
            })
    void whatThisServiceNeverWrote_isABrokenTableAndNoWrongPassword(String template) {
        refuses(template.replace("SALT", SALT).replace("TAG", TAG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m=65537,t=2,p=1",
                "m=999999,t=2,p=1",
                "m=2147483647,t=2,p=1",
                "m=99999999999999999999,t=2,p=1",
                "m=0,t=2,p=1",
                "m=7,t=2,p=1",
                "m=31,t=2,p=4",
                "m=19456,t=0,p=1",
                "m=19456,t=11,p=1",
                "m=19456,t=4294967298,p=1",
                "m=19456,t=2,p=0",
                "m=19456,t=2,p=5",
                "m=19456,t=2,p=-1"
            })
    void aCostOutOfBounds_isRefusedBeforeAnyMemoryIsTaken(String cost) {
        long before = allocated();
        refuses("$argon2id$v=19$" + cost + "$" + SALT + "$" + TAG);
        assertThat(allocated() - before).isLessThan(MEMORY / 2);
    }

    @Test
    void anAddressWithoutAnAccount_takesTheMemoryThatAWrongPasswordTakes() {
        String phc = argon2id.hash(bytes("p"));
        long before = allocated();
        assertThat(argon2id.verify(bytes("wrong"), phc)).isFalse();
        long between = allocated();
        assertThat(argon2id.spend(bytes("wrong"))).isFalse();
        long after = allocated();
        assertThat(between - before).isGreaterThan(MEMORY);
        assertThat(after - between).isCloseTo(between - before, Percentage.withPercentage(1));
    }

    private void refuses(String phc) {
        assertThatThrownBy(() -> argon2id.verify(bytes("p"), phc))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(TAG);
        assertThatThrownBy(() -> argon2id.isOutdated(phc)).isExactlyInstanceOf(IllegalStateException.class);
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
