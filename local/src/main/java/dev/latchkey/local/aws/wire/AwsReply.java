package dev.latchkey.local.aws.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One answer, headers included, since DynamoDB's checksum header has to reach the SDK. */
public final class AwsReply {
    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    public AwsReply(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public static AwsReply text(int status, String contentType, String body) {
        return new AwsReply(
                status,
                Map.of(
                        "Content-Type",
                        List.of(contentType),
                        "x-amzn-RequestId",
                        List.of(UUID.randomUUID().toString())),
                body.getBytes(StandardCharsets.UTF_8));
    }

    public static AwsReply json(int status, String contentType, JsonNode body) {
        return text(status, contentType, body.toString());
    }

    public int status() {
        return status;
    }

    public Map<String, List<String>> headers() {
        return headers;
    }

    public byte[] body() {
        return body.clone();
    }
}
