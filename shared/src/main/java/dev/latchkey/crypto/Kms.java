package dev.latchkey.crypto;

import dev.latchkey.snapstart.Snapshotted;
import dev.latchkey.store.AwsConnection;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.warmup.SdkWarmUp;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.MessageType;

/** The private keys, which never leave KMS. Every failure is {@link KeysUnavailable}, whatever its cause. */
public final class Kms implements Snapshotted {

    private static final Set<String> OF_THE_KEY = Set.of(
            "DisabledException",
            "KMSInvalidStateException",
            "NotFoundException",
            "AccessDeniedException",
            "InvalidArnException",
            "InvalidKeyUsageException",
            "UnsupportedOperationException");

    private final KmsClient client;

    private Kms(KmsClient client) {
        this.client = client;
    }

    public static Kms connect(AwsConnection aws) {
        return new Kms(aws.configure(KmsClient.builder(), "KMS").build());
    }

    @Override
    public void prime() {
        SdkWarmUp.warmUp(KmsClient.class);
    }

    /** Signs in digest mode, which has no limit on the content's length, and gives the signature in JWS form. */
    public byte[] sign(SigningKey key, byte[] content) {
        SdkBytes digest = SdkBytes.fromByteArray(Digest.sha256(content));
        byte[] signature = reaching(() -> client.sign(request -> request.keyId(key.arn())
                        .messageType(MessageType.DIGEST)
                        .signingAlgorithm(key.algorithm().spec)
                        .message(digest))
                .signature()
                .asByteArray());
        return key.algorithm() == SigningAlgorithm.ES256 ? EcdsaSignature.joseOf(signature) : signature;
    }

    /**
     * The public half of a signing key. KMS tells its kind.
     *
     * @throws KeyUnusable if the failure is of this key, and not of KMS
     */
    PublicKey publicKey(String arn) {
        GetPublicKeyResponse reply = reaching(() -> client.getPublicKey(request -> request.keyId(arn)));
        String family = reply.keySpec() == KeySpec.ECC_NIST_P256 ? "EC" : "RSA";
        try {
            return KeyFactory.getInstance(family)
                    .generatePublic(new X509EncodedKeySpec(reply.publicKey().asByteArray()));
        } catch (GeneralSecurityException wrongKind) {
            throw new KeyUnusable(wrongKind);
        }
    }

    /** HMAC-SHA-256 of the text by a key of KMS, in base64url. */
    public String mac(String arn, String text) {
        return Base64Url.encode(reaching(() -> client.generateMac(request -> request.keyId(arn)
                        .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                        .message(SdkBytes.fromUtf8String(text)))
                .mac()
                .asByteArray()));
    }

    /**
     * Encrypts at most 4,096 bytes by a key of KMS, in base64url.
     *
     * @param context decrypting requires the same one
     */
    public String encrypt(String arn, byte[] plain, Map<String, String> context) {
        return Base64Url.encode(reaching(() -> client.encrypt(request ->
                        request.keyId(arn).encryptionContext(context).plaintext(SdkBytes.fromByteArray(plain)))
                .ciphertextBlob()
                .asByteArray()));
    }

    /** Decrypts what {@link #encrypt} gave. What was encrypted in another context fails like an outage. */
    public byte[] decrypt(String arn, String sealed, Map<String, String> context) {
        return reaching(() -> client.decrypt(request -> request.keyId(arn)
                        .encryptionContext(context)
                        .ciphertextBlob(SdkBytes.fromByteArray(Base64Url.decode(sealed))))
                .plaintext()
                .asByteArray());
    }

    private static <T> T reaching(Supplier<T> call) {
        try {
            return call.get();
        } catch (KmsException refused) {
            AwsErrorDetails told = refused.awsErrorDetails();
            boolean ofTheKey = told != null && told.errorCode() != null && OF_THE_KEY.contains(told.errorCode());
            throw ofTheKey ? new KeyUnusable(refused) : new KeysUnavailable(refused);
        } catch (SdkException failed) {
            throw new KeysUnavailable(failed);
        }
    }
}
