package dev.latchkey.local.aws.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.local.aws.Clients;
import dev.latchkey.local.aws.LocalAws;
import dev.latchkey.local.aws.TestClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KmsException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncryptionTest {
    private static final Map<String, String> CONTEXT = Map.of("firm", "acme", "account", "a1");

    private LocalAws aws;
    private KmsClient kms;

    @BeforeAll
    void start() throws Exception {
        aws = LocalAws.start(TestClock.options(null));
        kms = Clients.kms(aws.endpoint());
    }

    @AfterAll
    void stop() {
        aws.close();
    }

    @Test
    void sealedSecret_opensUnderTheSameContextWithoutNamingTheKey() {
        var sealed = encrypt("secret");
        assertThat(decrypt(sealed, CONTEXT)).isEqualTo("secret");
        assertThat(encrypt("secret")).isNotEqualTo(sealed);
    }

    @Test
    void otherContext_isRefused() {
        var sealed = encrypt("secret");
        for (var context : List.of(
                Map.<String, String>of(),
                Map.of("firm", "acme"),
                Map.of("firm", "birch", "account", "a1"),
                Map.of("firm", "acme", "account", "a1", "more", ""),
                Map.of("firmacme", "", "account", "a1"))) {
            assertThatThrownBy(() -> decrypt(sealed, context)).isInstanceOf(InvalidCiphertextException.class);
        }
    }

    @Test
    void flippedBitAnywhere_isRefused() {
        byte[] sealed = encrypt("secret").asByteArray();
        for (int i = 0; i < sealed.length; i++) {
            byte[] damaged = sealed.clone();
            damaged[i] ^= (byte) (1 << i % 8);
            assertThatThrownBy(() -> decrypt(SdkBytes.fromByteArray(damaged), CONTEXT))
                    .isInstanceOf(InvalidCiphertextException.class);
        }
        assertThatThrownBy(() -> decrypt(SdkBytes.fromByteArray(new byte[] {1, 2}), CONTEXT))
                .isInstanceOf(InvalidCiphertextException.class);
    }

    @Test
    void namingAnotherKey_isRefused() {
        var sealed = encrypt("secret");
        String other = kms.createKey().keyMetadata().keyId();
        assertThatThrownBy(() -> kms.decrypt(
                        request -> request.keyId(other).ciphertextBlob(sealed).encryptionContext(CONTEXT)))
                .isInstanceOf(IncorrectKeyException.class);
    }

    @Test
    void plaintextOver4096Bytes_isRefused() {
        assertThat(decrypt(encrypt("x".repeat(4096)), CONTEXT)).hasSize(4096);
        assertThatThrownBy(() -> encrypt("x".repeat(4097)))
                .isInstanceOfSatisfying(
                        KmsException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo("ValidationException"));
    }

    @Test
    void dataKey_opensToItsPlaintext() {
        var made = kms.generateDataKey(request -> request.keyId(aws.keyArn("alias/latchkey-secrets"))
                .keySpec(DataKeySpec.AES_256)
                .encryptionContext(CONTEXT));
        assertThat(made.plaintext().asByteArray()).hasSize(32);
        var opened = kms.decrypt(
                request -> request.ciphertextBlob(made.ciphertextBlob()).encryptionContext(CONTEXT));
        assertThat(opened.plaintext()).isEqualTo(made.plaintext());
        assertThat(kms.generateRandom(request -> request.numberOfBytes(24))
                        .plaintext()
                        .asByteArray())
                .hasSize(24);
    }

    private SdkBytes encrypt(String plaintext) {
        return kms.encrypt(request -> request.keyId("alias/latchkey-secrets")
                        .plaintext(SdkBytes.fromUtf8String(plaintext))
                        .encryptionContext(CONTEXT))
                .ciphertextBlob();
    }

    private String decrypt(SdkBytes sealed, Map<String, String> context) {
        return kms.decrypt(request -> request.ciphertextBlob(sealed).encryptionContext(context))
                .plaintext()
                .asUtf8String();
    }
}
