package dev.latchkey.benchmarks.cold;

import dev.latchkey.benchmarks.cold.Instance.Description;
import dev.latchkey.store.AwsConnection;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;

/** The two functions that a function is measured by, started with the same options and environment. */
final class References {

    static final String CALLS = "REFERENCE_CALLS";
    static final String CLIENTS = "REFERENCE_CLIENTS";
    private static final String CALLER = "AWS_ACCESS_KEY_ID";
    static final String HASHES = "REFERENCE_HASHES";
    static final String SEALED = "REFERENCE_SEALED";
    private static final Set<String> KMS = Set.of("Sign", "GetPublicKey", "GenerateMac", "Encrypt", "Decrypt");

    private References() {}

    static Description nothing(Description function) {
        return new Description(NothingFunction.class.getName(), function.environment());
    }

    /** It calls as the operator: no policy says what a reference may do. */
    static Description calls(Description function, List<String> calls, Map<String, String> operator) {
        Map<String, String> environment = new HashMap<>(function.environment());
        environment.put(CALLER, operator.getOrDefault(CALLER, ""));
        environment.put(CALLS, String.join(",", calls));
        environment.put(CLIENTS, calls.stream().map(References::client).collect(Collectors.joining(",")));
        environment.put(SEALED, sealed(environment));
        return new Description(CallsFunction.class.getName(), environment);
    }

    /** The same with one password hash besides, which no function that needs one gets for less. */
    static Description withHash(Description calls) {
        Map<String, String> environment = new HashMap<>(calls.environment());
        environment.put(HASHES, "1");
        return new Description(calls.handler(), environment);
    }

    /** Functions that hash passwords are those that the template gives the whole compiler. */
    static boolean hashes(Description function) {
        return !function.environment().getOrDefault("JAVA_TOOL_OPTIONS", "").contains("TieredStopAtLevel");
    }

    private static String client(String call) {
        return call.equals("SendEmail") ? "SES" : KMS.contains(call) ? "KMS" : "DYNAMODB";
    }

    /** Something for the reference to decrypt. */
    private static String sealed(Map<String, String> environment) {
        AwsConnection aws = new AwsConnection(environment);
        try (KmsClient client = aws.configure(KmsClient.builder(), "KMS").build()) {
            SdkBytes sealed = client.encrypt(request ->
                            request.keyId(environment.get("SECRETS_KEY")).plaintext(SdkBytes.fromUtf8String("x")))
                    .ciphertextBlob();
            return Base64.getEncoder().encodeToString(sealed.asByteArray());
        }
    }
}
