package dev.latchkey.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A firm's administrator, who reads the trail. */
record Auditor(TestFirm firm) {

    Answer list(String query) {
        return listAs(firm.staff("portal:admin"), query);
    }

    Answer listAs(String bearer, String query) {
        String path = "/v1/firms/" + firm.id() + "/audit-events";
        return firm.world().api().get(query.isEmpty() ? path : path + "?" + query, "Authorization", bearer);
    }

    /** Goes through all pages of this size. */
    List<JsonNode> all(String query, int limit) {
        return Pages.all(this::list, query, limit);
    }
}
