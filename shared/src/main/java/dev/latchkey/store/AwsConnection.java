package dev.latchkey.store;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * How the service reaches AWS: region, credentials and endpoints from the SDK's standard environment variables, said
 * explicitly so that no client goes looking for them, and time limits that leave an API function the time to answer
 * honestly. All clients share one HTTP client.
 */
public final class AwsConnection {

    /** What one call takes at most, all attempts together: as many as a request makes must fit into a function's time. */
    public static final Duration LONGEST_CALL = Duration.ofSeconds(3);

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofSeconds(2);

    private final Map<String, String> environment;
    private final SdkHttpClient http = UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT)
            .socketTimeout(ATTEMPT)
            .build();

    public AwsConnection(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Prepares a client of the service that the SDK calls by this name in {@code AWS_ENDPOINT_URL_<name>}. */
    public <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configure(B builder, String service) {
        String endpoint = environment.getOrDefault("AWS_ENDPOINT_URL_" + service, environment.get("AWS_ENDPOINT_URL"));
        return builder.region(Region.of(required("AWS_REGION")))
                .credentialsProvider(credentials())
                .endpointOverride(endpoint == null || endpoint.isEmpty() ? null : URI.create(endpoint))
                .httpClient(http)
                .overrideConfiguration(
                        limits -> limits.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(LONGEST_CALL));
    }

    /** A function restored from a snapshot must fetch fresh credentials; any other has them in its environment. */
    private AwsCredentialsProvider credentials() {
        if (environment.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI")) {
            return ContainerCredentialsProvider.create();
        }
        String id = required("AWS_ACCESS_KEY_ID");
        String secret = required("AWS_SECRET_ACCESS_KEY");
        @Nullable String session = environment.get("AWS_SESSION_TOKEN");
        return StaticCredentialsProvider.create(
                session == null
                        ? AwsBasicCredentials.create(id, secret)
                        : AwsSessionCredentials.create(id, secret, session));
    }

    private String required(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException("the environment lacks " + name);
        }
        return value;
    }
}
