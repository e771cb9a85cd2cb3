package dev.latchkey.benchmarks.cold;

import dev.latchkey.benchmarks.cold.Instance.Description;
import dev.latchkey.store.AwsConnection;
import dev.latchkey.store.CallLimits;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;

/** The functions that a function is measured by, started with the same options and environment. */
final class References {

    static final String CALLS = "REFERENCE_CALLS";
    static final String CLIENTS = "REFERENCE_CLIENTS";
    static final String HASHES = "REFERENCE_HASHES";
    static final String JUDGED = "REFERENCE_JUDGED";
    static final String SEALED = "REFERENCE_SEALED";
    private static final String CALLER = "AWS_ACCESS_KEY_ID";
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
        environment.put(CLIENTS, clients(function, calls));
        environment.put(SEALED, sealed(environment));
        return new Description(CallsFunction.class.getName(), environment);
    }

    /** The same with as many password hashes, and a password judged by zxcvbn: no function that needs them gets them for less. */
    static Description with(Passwords passwords, Description calls) {
        Map<String, String> environment = new HashMap<>(calls.environment());
        environment.put(HASHES, Integer.toString(passwords.hashed()));
        if (passwords.judged()) {
            environment.put(JUDGED, "seven blue boats near the island");
        }
        return new Description(calls.handler(), environment);
    }

    /** Whoever sends mail has a client for it, also where the event leaves it none to send. */
    private static String clients(Description function, List<String> calls) {
        Stream<String> mail = function.handler().endsWith(".MailSenderFunction") ? Stream.of("SES") : Stream.empty();
        return Stream.concat(calls.stream().map(References::client), mail)
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static String client(String call) {
        return call.equals("SendEmail") ? "SES" : KMS.contains(call) ? "KMS" : "DYNAMODB";
    }

    /** Something for the reference to decrypt. */
    private static String sealed(Map<String, String> environment) {
        AwsConnection aws = new AwsConnection(environment, CallLimits.OF_FUNCTIONS);
        try (KmsClient client = aws.configure(KmsClient.builder(), "KMS").build()) {
            SdkBytes sealed = client.encrypt(request ->
                            request.keyId(environment.get("SECRETS_KEY")).plaintext(SdkBytes.fromUtf8String("x")))
                    .ciphertextBlob();
            return Base64.getEncoder().encodeToString(sealed.asByteArray());
        }
    }
}
