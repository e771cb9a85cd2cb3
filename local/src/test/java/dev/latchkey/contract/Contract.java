package dev.latchkey.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

public final class Contract {
    private Contract() {}

    public record Result(List<String> requestViolations, List<String> replyViolations) {}

    public static Result check(
            String method,
            String path,
            Map<String, List<String>> requestHeaders,
            @Nullable String requestBody,
            int status,
            Map<String, List<String>> replyHeaders,
            String replyBody) {
        return new Result(List.of(), List.of());
    }
}
