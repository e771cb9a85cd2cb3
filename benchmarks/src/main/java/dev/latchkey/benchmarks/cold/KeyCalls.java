package dev.latchkey.benchmarks.cold;

import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** The cheapest call of each kind that functions make of KMS. */
record KeyCalls(KmsClient client, Map<String, String> environment) {

    private static final int DIGEST = 32;

    /** Makes the call of this name, where it is one of KMS. */
    void make(String call) {
        SdkBytes bytes = SdkBytes.fromByteArray(new byte[DIGEST]);
        switch (call) {
            case "Sign" -> sign(bytes);
            case "GetPublicKey" ->
                client.getPublicKey(get -> get.keyId(environment.get("SIGNING_KEY")))
                        .publicKey();
            case "GenerateMac" ->
                client.generateMac(mac -> mac.keyId(environment.get("CODES_KEY"))
                        .message(bytes)
                        .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256));
            case "Encrypt" ->
                client.encrypt(
                        seal -> seal.keyId(environment.get("SECRETS_KEY")).plaintext(bytes));
            case "Decrypt" -> decrypt();
            default -> {}
        }
    }

    private void sign(SdkBytes digest) {
        client.sign(sign -> sign.keyId(environment.get("SIGNING_KEY"))
                .message(digest)
                .messageType(MessageType.DIGEST)
                .signingAlgorithm(SigningAlgorithmSpec.RSASSA_PKCS1_V1_5_SHA_256));
    }

    private void decrypt() {
        byte[] sealed = Base64.getDecoder().decode(environment.getOrDefault(References.SEALED, ""));
        client.decrypt(
                open -> open.keyId(environment.get("SECRETS_KEY")).ciphertextBlob(SdkBytes.fromByteArray(sealed)));
    }
}
