package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EcdsaSignatureTest {

    @Test
    void twoThousandSignatures_areAllSixtyFourBytes_andVerifyInJoseForm() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        for (int i = 0; i < 2_000; i++) {
            byte[] content = ("content " + i).getBytes(StandardCharsets.UTF_8);
            Signature signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(pair.getPrivate());
            signing.update(content);
            byte[] jose = EcdsaSignature.joseOf(signing.sign());
            Signature verifying = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifying.initVerify(pair.getPublic());
            verifying.update(content);
            assertThat(jose).hasSize(64);
            assertThat(verifying.verify(jose)).isTrue();
        }
    }

    @Test
    void shortIntegers_areFilledWithLeadingZeros() {
        byte[] der = {0x30, 0x06, 0x02, 0x01, 0x05, 0x02, 0x01, 0x07};
        byte[] jose = EcdsaSignature.joseOf(der);
        assertThat(jose[31]).isEqualTo((byte) 5);
        assertThat(jose[63]).isEqualTo((byte) 7);
    }

    @Test
    void whatIsNotASignatureInDer_isRefused() {
        byte[] good = {0x30, 0x06, 0x02, 0x01, 0x05, 0x02, 0x01, 0x07};
        byte[] trailing = Arrays.copyOf(good, 9);
        byte[] wrongTag = good.clone();
        wrongTag[2] = 0x03;
        byte[] tooLong = good.clone();
        tooLong[3] = 0x20;
        assertThatThrownBy(() -> EcdsaSignature.joseOf(trailing)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EcdsaSignature.joseOf(wrongTag)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EcdsaSignature.joseOf(tooLong)).isInstanceOf(IllegalArgumentException.class);
        byte[] halfOfOne = {0x30, 0x06, 0x02, 0x04, 0x05, 0x06, 0x07, 0x02};
        assertThatThrownBy(() -> EcdsaSignature.joseOf(halfOfOne)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EcdsaSignature.joseOf(new byte[64])).isInstanceOf(IllegalArgumentException.class);
    }
}
