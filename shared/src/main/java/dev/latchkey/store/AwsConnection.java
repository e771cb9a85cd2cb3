package dev.latchkey.store;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
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
 * How the service connects to AWS. Region, credentials and endpoints come from the SDK's standard environment
 * variables; they are set explicitly, so that no client searches for them. The time limits leave an API function the
 * time to answer. All clients share one HTTP client.
 */
public final class AwsConnection {

    private static final ScheduledExecutorService TIMER = timer();

    private final Map<String, String> environment;
    private final CallLimits limits;
    private final SdkHttpClient http;

    public AwsConnection(Map<String, String> environment, CallLimits limits) {
        this.environment = environment;
        this.limits = limits;
        this.http = UrlConnectionHttpClient.builder()
                .connectionTimeout(limits.connect())
                .socketTimeout(limits.attempt())
                .build();
    }

    /** Configures a client of the service with this name in {@code AWS_ENDPOINT_URL_<name>}. */
    public <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configure(B builder, String service) {
        String endpoint = environment.getOrDefault("AWS_ENDPOINT_URL_" + service, environment.get("AWS_ENDPOINT_URL"));
        return builder.region(Region.of(required("AWS_REGION")))
                .credentialsProvider(credentials())
                .endpointOverride(endpoint == null || endpoint.isEmpty() ? null : URI.create(endpoint))
                .httpClient(http)
                .overrideConfiguration(client -> client.apiCallAttemptTimeout(limits.attempt())
                        .apiCallTimeout(limits.call())
                        .scheduledExecutorService(TIMER));
    }

    CallLimits limits() {
        return limits;
    }

    /** One thread that times out calls, for all clients; each client would start five of its own. */
    private static ScheduledExecutorService timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("aws-call-limits").factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /**
     * A function that was restored from a snapshot must fetch fresh credentials; any other has them in its environment.
     */
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
