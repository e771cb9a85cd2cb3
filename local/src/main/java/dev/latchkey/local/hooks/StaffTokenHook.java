package dev.latchkey.local.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.http.Reply;
import dev.latchkey.local.http.Request;
import dev.latchkey.local.idp.IdentityProvider;
import dev.latchkey.local.idp.StaffTokenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Issues a staff token to anyone who asks, which is why it exists only here. */
final class StaffTokenHook implements Function<Request, Reply> {
    private static final Set<String> FIELDS = Set.of("firmId", "sub", "roles", "claims", "header");

    private final IdentityProvider idp;

    StaffTokenHook(IdentityProvider idp) {
        this.idp = idp;
    }

    @Override
    public Reply apply(Request request) {
        ObjectNode asked = HookJson.object(request, FIELDS);
        String token = idp.token(new StaffTokenRequest(
                HookJson.text(asked, "firmId"),
                HookJson.text(asked, "sub"),
                roles(asked.path("roles")),
                HookJson.objectOrEmpty(asked, "claims"),
                HookJson.objectOrEmpty(asked, "header")));
        return HookJson.reply(HookJson.MAPPER.createObjectNode().put("token", token));
    }

    private static List<String> roles(JsonNode given) {
        List<String> roles = new ArrayList<>();
        for (JsonNode role : given) {
            if (role.isTextual()) {
                roles.add(role.asText());
            }
        }
        if (!given.isArray() || roles.size() != given.size()) {
            throw HookProblem.invalid("the field roles must be an array of strings");
        }
        return roles;
    }
}
