package dev.latchkey.local.aws;

import dev.latchkey.local.aws.ses.MailReader;
import dev.latchkey.local.aws.wire.AwsCall;
import dev.latchkey.local.aws.wire.AwsService;
import java.net.URI;
import java.util.Map;

/** What stands behind the front. */
sealed interface Services extends AutoCloseable permits OwnServices, EmulatorServices {
    /** By {@code dynamodb}, {@code kms} and {@code ses}. */
    Map<String, AwsService> byName();

    /** DynamoDB past the front. */
    URI direct();

    /** What calls past the front are made with. */
    String accessKey();

    MailReader mailbox();

    /** Of an alias that begins with {@code alias/}. */
    String keyArn(String alias);

    /** The key that a call of KMS is about, as policies name it; {@code *} where it names none. */
    String keyArnOf(AwsCall call);

    /** Whether mail may be sent as this address of itself. */
    boolean isVerified(String address);

    @Override
    void close();
}
