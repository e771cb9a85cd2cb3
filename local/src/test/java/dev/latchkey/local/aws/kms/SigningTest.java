package dev.latchkey.local.aws.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.local.aws.Clients;
import dev.latchkey.local.aws.LocalAws;
import dev.latchkey.local.aws.TestClock;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.InvalidKeyUsageException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.KmsInvalidSignatureException;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SigningTest {
    private static final byte[] MESSAGE = "header.payload".getBytes(StandardCharsets.US_ASCII);
    private static final String ALGORITHMS = """
            alias/latchkey-signing, RSASSA_PKCS1_V1_5_SHA_256
            alias/latchkey-signing, RSASSA_PSS_SHA_256
            alias/latchkey-signing-ec, ECDSA_SHA_256
            """;

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

    @ParameterizedTest
    @CsvSource(textBlock = ALGORITHMS)
    void signingADigest_isNotHashedAgain(String key, SigningAlgorithmSpec algorithm) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(MESSAGE);
        assertThat(verifiesInTheJdk(key, algorithm, sign(key, algorithm, MessageType.DIGEST, digest)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = ALGORITHMS)
    void signingARawMessage_hashesItOnce(String key, SigningAlgorithmSpec algorithm) throws Exception {
        assertThat(verifiesInTheJdk(key, algorithm, sign(key, algorithm, MessageType.RAW, MESSAGE)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = ALGORITHMS)
    void verifying_takesItsOwnSignatureAndRefusesTheRest(String key, SigningAlgorithmSpec algorithm) {
        byte[] signature = sign(key, algorithm, MessageType.RAW, MESSAGE);
        assertThat(verify(key, algorithm, signature)).isTrue();
        signature[signature.length - 1] ^= 1;
        assertThatThrownBy(() -> verify(key, algorithm, signature)).isInstanceOf(KmsInvalidSignatureException.class);
        assertThatThrownBy(() -> verify(key, algorithm, new byte[] {1}))
                .isInstanceOf(KmsInvalidSignatureException.class);
    }

    @Test
    void digestOfAnotherLength_isRefused() {
        assertThatThrownBy(() -> sign(
                        "alias/latchkey-signing",
                        SigningAlgorithmSpec.RSASSA_PKCS1_V1_5_SHA_256,
                        MessageType.DIGEST,
                        new byte[31]))
                .isInstanceOfSatisfying(KmsException.class, SigningTest::isInvalid);
    }

    @Test
    void rawMessageOver4096Bytes_isRefused() {
        var algorithm = SigningAlgorithmSpec.ECDSA_SHA_256;
        sign("alias/latchkey-signing-ec", algorithm, MessageType.RAW, new byte[4096]);
        assertThatThrownBy(() -> sign("alias/latchkey-signing-ec", algorithm, MessageType.RAW, new byte[4097]))
                .isInstanceOfSatisfying(KmsException.class, SigningTest::isInvalid);
    }

    @Test
    void algorithmOfAnotherKeySpec_isRefused() {
        assertThatThrownBy(() ->
                        sign("alias/latchkey-signing", SigningAlgorithmSpec.ECDSA_SHA_256, MessageType.RAW, MESSAGE))
                .isInstanceOf(InvalidKeyUsageException.class);
        assertThatThrownBy(() ->
                        sign("alias/latchkey-secrets", SigningAlgorithmSpec.ECDSA_SHA_256, MessageType.RAW, MESSAGE))
                .isInstanceOf(InvalidKeyUsageException.class);
    }

    private static void isInvalid(KmsException refused) {
        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
    }

    private byte[] sign(String key, SigningAlgorithmSpec algorithm, MessageType type, byte[] message) {
        return kms.sign(request -> request.keyId(key)
                        .signingAlgorithm(algorithm)
                        .messageType(type)
                        .message(SdkBytes.fromByteArray(message)))
                .signature()
                .asByteArray();
    }

    private boolean verify(String key, SigningAlgorithmSpec algorithm, byte[] signature) {
        return kms.verify(request -> request.keyId(key)
                        .signingAlgorithm(algorithm)
                        .message(SdkBytes.fromByteArray(MESSAGE))
                        .signature(SdkBytes.fromByteArray(signature)))
                .signatureValid();
    }

    private boolean verifiesInTheJdk(String key, SigningAlgorithmSpec algorithm, byte[] signature) throws Exception {
        byte[] published =
                kms.getPublicKey(request -> request.keyId(key)).publicKey().asByteArray();
        boolean elliptic = algorithm == SigningAlgorithmSpec.ECDSA_SHA_256;
        var publicKey =
                KeyFactory.getInstance(elliptic ? "EC" : "RSA").generatePublic(new X509EncodedKeySpec(published));
        var verifier = Signature.getInstance(
                switch (algorithm) {
                    case ECDSA_SHA_256 -> "SHA256withECDSA";
                    case RSASSA_PSS_SHA_256 -> "RSASSA-PSS";
                    default -> "SHA256withRSA";
                });
        if (algorithm == SigningAlgorithmSpec.RSASSA_PSS_SHA_256) {
            verifier.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        verifier.initVerify(publicKey);
        verifier.update(MESSAGE);
        return verifier.verify(signature);
    }
}
