package dev.latchkey.local.table;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ses.SesClient;

/**
 * The local server's own clients. They speak past the front, where calls are not counted and cannot be made to
 * fail.
 */
public final class LocalClients {
    public static final String REGION = "eu-west-1";

    private LocalClients() {}

    public static DynamoDbClient dynamoDb(URI endpoint, String accessKey) {
        return aimed(DynamoDbClient.builder(), endpoint, accessKey).build();
    }

    public static KmsClient kms(URI endpoint, String accessKey) {
        return aimed(KmsClient.builder(), endpoint, accessKey).build();
    }

    public static SesClient ses(URI endpoint, String accessKey) {
        return aimed(SesClient.builder(), endpoint, accessKey).build();
    }

    /** Loads the SDK's classes beside the start of the local AWS, which waits for other things. */
    public static void warmUp() {
        Thread.ofPlatform()
                .daemon()
                .name("sdk")
                .start(() -> dynamoDb(URI.create("http://127.0.0.1"), "local").close());
    }

    public static DynamoDbStreamsClient streams(URI endpoint, String accessKey) {
        return aimed(DynamoDbStreamsClient.builder(), endpoint, accessKey).build();
    }

    private static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B aimed(
            B builder, URI endpoint, String accessKey) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "local")))
                .httpClient(UrlConnectionHttpClient.create());
    }
}
