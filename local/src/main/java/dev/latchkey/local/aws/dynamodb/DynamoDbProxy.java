package dev.latchkey.local.aws.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.aws.wire.AwsCall;
import dev.latchkey.local.aws.wire.AwsError;
import dev.latchkey.local.aws.wire.AwsReply;
import dev.latchkey.local.aws.wire.AwsService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** Hands bytes to DynamoDB Local and its bytes back, so that checksums, sizes and error shapes are its own. */
public final class DynamoDbProxy implements AwsService, AutoCloseable {
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "host", "connection", "content-length", "expect", "upgrade", "transfer-encoding", "keep-alive", "date");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "com.amazonaws.dynamodb.v20120810#";
    private static final String OF_ALL_SERVICES = "com.amazon.coral.service#";

    private final URI inner;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public DynamoDbProxy(URI inner) {
        this.inner = inner;
    }

    @Override
    public AwsReply answer(AwsCall call) {
        try {
            var response = client.send(forward(call), BodyHandlers.ofByteArray());
            var headers = new TreeMap<>(response.headers().map());
            headers.keySet().removeIf(DynamoDbProxy::isOfTheConnection);
            return new AwsReply(response.statusCode(), headers, response.body());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new AwsError("InternalServerError", "The local endpoint is closing");
        }
    }

    private HttpRequest forward(AwsCall call) {
        var request = HttpRequest.newBuilder(inner).POST(BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach((name, values) -> {
            if (!isOfTheConnection(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static boolean isOfTheConnection(String header) {
        return OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public AwsReply error(AwsCall call, AwsError error) {
        String prefix = error.code().equals("AccessDeniedException") ? OF_ALL_SERVICES : PREFIX;
        ObjectNode body =
                JSON.createObjectNode().put("__type", prefix + error.code()).put("message", error.message());
        if (error.code().equals("TransactionCanceledException")) {
            addReasons(body, call);
        }
        return AwsReply.json(error.status(), "application/x-amz-json-1.0", body);
    }

    /** One reason an item, as the service gives them: callers look them up by the item's place. */
    private static void addReasons(ObjectNode body, AwsCall call) {
        var reasons = body.putArray("CancellationReasons");
        for (int i = 0; i < itemsIn(call); i++) {
            reasons.addObject().put("Code", i == 0 ? "TransactionConflict" : "None");
        }
    }

    private static int itemsIn(AwsCall call) {
        try {
            return JSON.readTree(call.text()).path("TransactItems").size();
        } catch (JsonProcessingException unreadable) {
            return 0;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
