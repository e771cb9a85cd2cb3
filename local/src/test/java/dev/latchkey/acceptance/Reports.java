package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** A firm's staff, who read how it stands with all of its clients. */
record Reports(TestFirm firm) {

    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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

    /** The whole report as a workbook. */
    byte[] workbook(String query) {
        HttpResponse<byte[]> reply = bytes(query, WORKBOOK, "identity");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("content-type")).contains(WORKBOOK);
        return reply.body();
    }

    /** What an administrator is given who would have this in these codings, as it comes. */
    HttpResponse<byte[]> bytes(String query, String accept, String codings) {
        String path = "/v1/firms/" + firm.id() + "/portal-access" + (query.isEmpty() ? "" : "?" + query);
        return firm.world()
                .api()
                .bytes(path, "Authorization", firm.staff("portal:admin"), "Accept", accept, "Accept-Encoding", codings);
    }

    static byte[] unpacked(byte[] body) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        }
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

    /** The same in a workbook: as what it is, and nothing where a row has a blank. */
    static Map<String, Object> cells(JsonNode access) {
        Map<String, Object> cells = new TreeMap<>();
        row(access).forEach((column, text) -> {
            if (column.endsWith("_at") || column.equals("totp_since")) {
                if (!text.isEmpty()) {
                    cells.put(column, Instant.parse(text));
                }
            } else if (column.equals("totp_enrolled") || column.equals("undeliverable")) {
                cells.put(column, Boolean.valueOf(text));
            } else if (column.equals("shared_with_count") || column.equals("recovery_codes_left")) {
                cells.put(column, Integer.valueOf(text));
            } else if (!text.isEmpty()) {
                cells.put(column, text);
            }
        });
        return cells;
    }

    private static String text(JsonNode access, String pointer) {
        JsonNode value = access.at(pointer);
        return value.isTextual() ? value.textValue() : "";
    }
}
