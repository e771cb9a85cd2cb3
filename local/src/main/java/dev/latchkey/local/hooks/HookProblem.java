package dev.latchkey.local.hooks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.http.Reply;

/**
 * A hook's refusal, thrown where it is found and answered as a problem. Unlike the service's own problems it says
 * plainly what is wrong inside.
 */
final class HookProblem extends RuntimeException {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final String code;
    private final String detail;

    HookProblem(int status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    static HookProblem invalid(String detail) {
        return new HookProblem(400, "invalid-request", detail);
    }

    Reply reply() {
        ObjectNode problem = JSON.createObjectNode()
                .put("type", "https://latchkey.dev/problems/" + code)
                .put("title", code.replace('-', ' '))
                .put("status", status)
                .put("code", code)
                .put("detail", detail);
        return Reply.of(status, "application/problem+json", problem.toString());
    }
}
