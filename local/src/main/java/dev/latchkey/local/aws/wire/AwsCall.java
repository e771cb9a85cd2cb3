package dev.latchkey.local.aws.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request, named as AWS names it. The body is kept as it came, because DynamoDB's must be handed on unchanged. */
public final class AwsCall {
    private static final Pattern CREDENTIAL = Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/,]*)/.*");

    private final String service;
    private final String operation;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private AwsCall(String service, String operation, Map<String, List<String>> headers, byte[] body) {
        this.service = service;
        this.operation = operation;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Tells the service and operation from {@code X-Amz-Target} (the JSON protocols) or the form field {@code Action}
     * (the query protocol). Empty when the request carries neither or names a service that is not here.
     */
    public static Optional<AwsCall> read(Map<String, List<String>> headers, byte[] body) {
        return targetOf(headers)
                .map(target -> {
                    int dot = target.lastIndexOf('.');
                    return new AwsCall(serviceOf(target), target.substring(dot + 1), headers, body);
                })
                .or(() -> Optional.ofNullable(Form.parse(body).get("Action"))
                        .map(action -> new AwsCall("ses", action, headers, body)))
                .filter(call -> !call.service.isEmpty());
    }

    private static Optional<String> targetOf(Map<String, List<String>> headers) {
        return header(headers, "X-Amz-Target");
    }

    private static Optional<String> header(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().getFirst())
                .findFirst();
    }

    private static String serviceOf(String target) {
        return switch (target.substring(0, Math.max(0, target.lastIndexOf('.')))) {
            case "DynamoDB_20120810", "DynamoDBStreams_20120810" -> "dynamodb";
            case "TrentService" -> "kms";
            default -> "";
        };
    }

    /** {@code dynamodb}, {@code kms} or {@code ses}. */
    public String service() {
        return service;
    }

    public String operation() {
        return operation;
    }

    /** The access key id that the call is signed with (Signature Version 4); empty when it is not signed. */
    public String caller() {
        return header(headers, "Authorization")
                .map(CREDENTIAL::matcher)
                .filter(Matcher::matches)
                .map(signed -> signed.group(1))
                .orElse("");
    }

    public Map<String, List<String>> headers() {
        return headers;
    }

    public byte[] body() {
        return body.clone();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
