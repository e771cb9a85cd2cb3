package dev.latchkey.local.aws;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ses.SesClient;

/** The SDK's own clients, which try each call once. They wait for a silent server much longer than a busy machine needs. */
public final class Clients {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String OPERATOR = "local";

    private Clients() {}

    public static DynamoDbClient dynamoDb(URI endpoint) {
        return dynamoDb(endpoint, OPERATOR);
    }

    /** One that gives up on a silent server after so long. */
    public static DynamoDbClient dynamoDb(URI endpoint, Duration patience) {
        return aimed(DynamoDbClient.builder().httpClient(http(patience)), endpoint, OPERATOR)
                .build();
    }

    /** One whose access key id is this. */
    public static DynamoDbClient dynamoDb(URI endpoint, String caller) {
        return aimed(DynamoDbClient.builder().httpClient(http(PATIENCE)), endpoint, caller)
                .build();
    }

    public static DynamoDbStreamsClient streams(URI endpoint) {
        return aimed(DynamoDbStreamsClient.builder().httpClient(http(PATIENCE)), endpoint, OPERATOR)
                .build();
    }

    public static KmsClient kms(URI endpoint) {
        return kms(endpoint, OPERATOR);
    }

    /** One that gives up on a silent server after so long. */
    public static KmsClient kms(URI endpoint, Duration patience) {
        return aimed(KmsClient.builder().httpClient(http(patience)), endpoint, OPERATOR)
                .build();
    }

    /** One whose access key id is this. */
    public static KmsClient kms(URI endpoint, String caller) {
        return aimed(KmsClient.builder().httpClient(http(PATIENCE)), endpoint, caller)
                .build();
    }

    public static SesClient ses(URI endpoint) {
        return ses(endpoint, OPERATOR);
    }

    /** One that gives up on a silent server after so long. */
    public static SesClient ses(URI endpoint, Duration patience) {
        return aimed(SesClient.builder().httpClient(http(patience)), endpoint, OPERATOR)
                .build();
    }

    /** One whose access key id is this. */
    public static SesClient ses(URI endpoint, String caller) {
        return aimed(SesClient.builder().httpClient(http(PATIENCE)), endpoint, caller)
                .build();
    }

    private static SdkHttpClient http(Duration patience) {
        return UrlConnectionHttpClient.builder().socketTimeout(patience).build();
    }

    private static <B extends AwsClientBuilder<B, ?>> B aimed(B builder, URI endpoint, String caller) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(caller, "local")))
                .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()));
    }
}
