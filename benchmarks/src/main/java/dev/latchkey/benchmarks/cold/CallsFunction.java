package dev.latchkey.benchmarks.cold;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.nulabinc.zxcvbn.Zxcvbn;
import dev.latchkey.crypto.Argon2Cost;
import dev.latchkey.crypto.Argon2id;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.store.AwsConnection;
import dev.latchkey.store.CallLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ses.SesClient;

/**
 * The second reference: a function with the clients of another, configured alike, that makes the same calls in the same
 * order, and nothing else. Which, its environment says.
 */
public final class CallsFunction implements RequestStreamHandler {

    private final String[] calls;
    private final @Nullable StoreCalls store;
    private final @Nullable KeyCalls keys;
    private final @Nullable SesClient mail;
    private final Map<String, String> environment = System.getenv();

    public CallsFunction() {
        AwsConnection aws = new AwsConnection(environment, CallLimits.OF_FUNCTIONS);
        String clients = environment.getOrDefault(References.CLIENTS, "");
        this.calls = environment.getOrDefault(References.CALLS, "").split(",", -1);
        this.store = clients.contains("DYNAMODB")
                ? new StoreCalls(
                        aws.configure(DynamoDbClient.builder(), "DYNAMODB").build(),
                        environment.getOrDefault("TABLE_NAME", ""))
                : null;
        this.keys = clients.contains("KMS")
                ? new KeyCalls(aws.configure(KmsClient.builder(), "KMS").build(), environment)
                : null;
        this.mail = clients.contains("SES")
                ? aws.configure(SesClient.builder(), "SES").build()
                : null;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        in.readAllBytes();
        for (String call : calls) {
            if (store != null) {
                store.make(call);
            }
            if (keys != null) {
                keys.make(call);
            }
            if (mail != null && call.equals("SendEmail")) {
                send(mail);
            }
        }
        int hashes = Integer.parseInt(environment.getOrDefault(References.HASHES, "0"));
        for (int i = 0; i < hashes; i++) {
            new Argon2id(new Randomness(), Argon2Cost.OF_PASSWORDS).spend(new byte[1]);
        }
        if (environment.containsKey(References.JUDGED)) {
            new Zxcvbn().measure(environment.get(References.JUDGED));
        }
        out.write('1');
    }

    private void send(SesClient client) {
        client.sendEmail(mail -> mail.source(environment.get("MAIL_FROM"))
                .destination(to -> to.toAddresses("nobody@example.com"))
                .message(message ->
                        message.subject(subject -> subject.data("x")).body(body -> body.text(text -> text.data("x")))));
    }
}
