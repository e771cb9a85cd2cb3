package dev.latchkey.local.idp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Whom a staff token is for, and what is to be laid over its claims and its header. */
public record StaffTokenRequest(String firmId, String sub, List<String> roles, ObjectNode claims, ObjectNode header) {

    public static StaffTokenRequest plain(String firmId, String sub, String role) {
        return new StaffTokenRequest(
                firmId,
                sub,
                List.of(role),
                JsonNodeFactory.instance.objectNode(),
                JsonNodeFactory.instance.objectNode());
    }
}
