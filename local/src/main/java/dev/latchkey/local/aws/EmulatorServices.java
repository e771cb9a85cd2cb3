package dev.latchkey.local.aws;

import dev.latchkey.local.aws.dynamodb.DynamoDbProxy;
import dev.latchkey.local.aws.kms.KmsProxy;
import dev.latchkey.local.aws.kms.KmsService;
import dev.latchkey.local.aws.ses.EmulatorMailbox;
import dev.latchkey.local.aws.ses.MailReader;
import dev.latchkey.local.aws.ses.SesProxy;
import dev.latchkey.local.aws.wire.AwsCall;
import dev.latchkey.local.aws.wire.AwsService;
import dev.latchkey.local.aws.wire.Relay;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/** All three on an emulator, with what the template would have made there. */
final class EmulatorServices implements Services {
    private final Emulator emulator;
    private final Relay relay;
    private final EmulatorMailbox mailbox;
    private final SesProxy ses;
    private final Map<String, String> keyArns;

    EmulatorServices(Emulator emulator, InstantSource clock) {
        this.emulator = emulator;
        this.keyArns = EmulatorSetUp.keys(emulator);
        EmulatorSetUp.mail(emulator);
        this.relay = Relay.to(emulator.endpoint(), emulator.accessKey());
        this.mailbox = new EmulatorMailbox(emulator.endpoint(), emulator.accessKey(), clock);
        this.ses = new SesProxy(relay, mailbox);
    }

    @Override
    public Map<String, AwsService> byName() {
        return Map.of(
                "dynamodb", new DynamoDbProxy(relay),
                "kms", new KmsProxy(relay),
                "ses", ses);
    }

    @Override
    public URI direct() {
        return emulator.endpoint();
    }

    @Override
    public String accessKey() {
        return emulator.accessKey();
    }

    @Override
    public MailReader mailbox() {
        return mailbox;
    }

    @Override
    public String keyArn(String alias) {
        String arn = keyArns.get(alias);
        if (arn == null) {
            throw new IllegalArgumentException("no key was made for " + alias);
        }
        return arn;
    }

    /** By the alias or the ARN that the call has: a ciphertext says nothing to us there, and ours always name the key. */
    @Override
    public String keyArnOf(AwsCall call) {
        String name = KmsService.body(call).path("KeyId").asText("*");
        return keyArns.getOrDefault(name, name);
    }

    @Override
    public boolean isVerified(String address) {
        return ses.isVerified(address);
    }

    @Override
    public void close() {
        relay.close();
    }
}
