package dev.latchkey.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A firm's staff, who read how it stands with all of its clients. */
record Reports(TestFirm firm) {

    Answer list(String query) {
        return listAs(firm.staff("portal:read"), query);
    }

    Answer listAs(String bearer, String query, String... headers) {
        String path = "/v1/firms/" + firm.id() + "/portal-access";
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = bearer;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return firm.world().api().get(query.isEmpty() ? path : path + "?" + query, all);
    }

    Answer csv(String query, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Accept";
        all[1] = "text/csv";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return listAs(firm.staff("portal:admin"), query, all);
    }

    /** The rows of the whole file by contact, in its order. */
    List<Map<String, String>> rows(String query) {
        return rowsOf(csv(query).text());
    }

    static List<Map<String, String>> rowsOf(String csv) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(csv)) {
            rows.add(new TreeMap<>(row.getFieldsAsMap()));
        }
        return rows;
    }

    /** Goes through all pages of this size. */
    List<JsonNode> all(String query, int limit) {
        return Pages.all(this::list, query, limit);
    }

    /** What a row must tell where a look-up tells this. */
    static Map<String, String> row(JsonNode access) {
        Map<String, String> row = new TreeMap<>();
        row.put("contact_id", access.path("contactId").asText());
        row.put("contact_type", access.path("type").asText());
        row.put("contact_name", access.path("name").asText());
        row.put("status", access.path("status").asText());
        row.put("portal_email", access.path("email").asText(""));
        row.put("shared_with_count", Integer.toString(access.path("sharedWith").size()));
        row.put("totp_enrolled", access.at("/totp/enrolled").asText());
        row.put("totp_since", text(access, "/totp/since"));
        row.put("recovery_codes_left", access.at("/totp/recoveryCodesLeft").asText());
        row.put("last_login_at", text(access, "/lastLogin/at"));
        row.put("last_link_sent_at", text(access, "/lastLink/sentAt"));
        row.put("last_link_claimed_at", text(access, "/lastLink/claimedAt"));
        row.put("invited_at", text(access, "/invitation/sentAt"));
        row.put("undeliverable", access.path("undeliverable").asText());
        return row;
    }

    private static String text(JsonNode access, String pointer) {
        JsonNode value = access.at(pointer);
        return value.isTextual() ? value.textValue() : "";
    }
}
