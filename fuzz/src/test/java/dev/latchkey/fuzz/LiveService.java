package dev.latchkey.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.local.LocalServer;
import dev.latchkey.local.LocalSettings;
import dev.latchkey.local.lambda.FunctionFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All functions on real DynamoDB, KMS and SES of this process, one for all targets, with somebody signed in and staff. */
final class LiveService {

    static final String CLIENTS_FIRM = "acme";
    static final String STAFFS_FIRM = "birch";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("[#&]set-up=([^&\\s]+)");
    private static final Duration POLLING = Duration.ofMillis(50);
    private static final int POLLS = 200;
    private static final LiveService ONE = new LiveService();

    private final LocalServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String staff;
    private final String session;

    private LiveService() {
        try {
            server = LocalServer.start(LocalSettings.from(Map.of("PORT", "0", "AWS_LOCAL_PORT", "0")));
            staff = "Bearer " + post("/_local/staff-tokens", """
                    {"firmId":"birch","sub":"s1","roles":["portal:admin"],"claims":{"exp":4102444800},"header":{}}""").path("token").asText();
            post("/v1/firms/acme/accounts", "{\"email\":\"c1@example.com\"}");
            String body = "{\"token\":\"" + mailed("c1@example.com") + "\",\"password\":\"wombats dig at midnight\"}";
            session = "Bearer "
                    + post("/v1/accounts/set-up", body).path("accessToken").asText();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static LiveService get() {
        return ONE;
    }

    /** The header of an administrator of {@link #STAFFS_FIRM}. */
    String staff() {
        return staff;
    }

    /** The header of a client of {@link #CLIENTS_FIRM}. */
    String session() {
        return session;
    }

    byte[] invoke(String function, byte[] event) throws FunctionFailure {
        try {
            return server.function(function).invoke(event);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        return JSON.readTree(send(HttpRequest.newBuilder(server.api().resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
    }

    private String mailed(String address) throws IOException, InterruptedException {
        URI mailbox = server.api().resolve("/_local/mailbox?to=" + address);
        for (int poll = 0; poll < POLLS; poll++) {
            for (JsonNode mail :
                    JSON.readTree(send(HttpRequest.newBuilder(mailbox).build()))) {
                Matcher token = TOKEN.matcher(mail.path("text").asText());
                if (token.find()) {
                    return token.group(1);
                }
            }
            LockSupport.parkNanos(POLLING.toNanos());
        }
        throw new IllegalStateException("no mail came");
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString()).body();
    }
}
