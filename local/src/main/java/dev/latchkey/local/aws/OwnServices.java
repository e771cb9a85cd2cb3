package dev.latchkey.local.aws;

import dev.latchkey.local.aws.dynamodb.DynamoDbLocal;
import dev.latchkey.local.aws.dynamodb.DynamoDbProxy;
import dev.latchkey.local.aws.kms.KeyRing;
import dev.latchkey.local.aws.kms.KmsService;
import dev.latchkey.local.aws.ses.MailReader;
import dev.latchkey.local.aws.ses.Mailbox;
import dev.latchkey.local.aws.ses.SesService;
import dev.latchkey.local.aws.wire.AwsCall;
import dev.latchkey.local.aws.wire.AwsService;
import dev.latchkey.local.aws.wire.Relay;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** DynamoDB Local, and KMS and SES of our own, in this process. */
final class OwnServices implements Services {
    private final DynamoDbLocal tables;
    private final Relay relay;
    private final KeyRing keys;
    private final Mailbox mailbox = new Mailbox();
    private final KmsService kms;
    private final SesService ses;

    OwnServices(@Nullable Path dataDir, InstantSource clock, ExecutorService workers) throws IOException {
        // An RSA key takes about as long to make as DynamoDB Local to start
        Future<KeyRing> opening = workers.submit(() -> KeyRing.open(dataDir, clock));
        tables = DynamoDbLocal.start(dataDir == null ? null : dataDir.resolve("dynamodb"));
        relay = Relay.to(tables.endpoint());
        keys = opened(opening);
        kms = new KmsService(keys, clock);
        ses = new SesService(mailbox, clock);
    }

    private static KeyRing opened(Future<KeyRing> opening) throws IOException {
        try {
            return opening.get();
        } catch (ExecutionException failed) {
            throw new IOException("the key file cannot be used", failed);
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while keys were made");
        }
    }

    @Override
    public Map<String, AwsService> byName() {
        return Map.of("dynamodb", new DynamoDbProxy(relay), "kms", kms, "ses", ses);
    }

    @Override
    public URI direct() {
        return tables.endpoint();
    }

    @Override
    public String accessKey() {
        return "local";
    }

    @Override
    public MailReader mailbox() {
        return mailbox;
    }

    @Override
    public String keyArn(String alias) {
        return keys.arnOf(alias);
    }

    @Override
    public String keyArnOf(AwsCall call) {
        return kms.keyArn(call);
    }

    @Override
    public boolean isVerified(String address) {
        return ses.isVerified(address);
    }

    @Override
    public void close() {
        relay.close();
        tables.close();
    }
}
