package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report as a file: its form, what no spreadsheet may make of it, and who is told that it was given out. */
class AccessFileTest {

    private static final String COLUMNS = "contact_id,contact_type,contact_name,status,portal_email,shared_with_count,"
            + "totp_enrolled,totp_since,recovery_codes_left,last_login_at,last_link_sent_at,last_link_claimed_at,"
            + "invited_at,undeliverable";

    private final World world = World.get();
    private final TestFirm firm = world.firm();
    private final Reports reports = new Reports(firm);

    @Test
    void aFirmWithoutClients_isTheNamesOfTheColumns() {
        Answer file = reports.csv("");
        assertThat(file.text()).isEqualTo(COLUMNS + "\r\n");
        assertThat(file.header("content-type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(file.header("content-encoding")).isNull();
    }

    @Test
    void aRow_isOneLine_withBlanksForWhatIsNot() {
        firm.contact("c1", 1, TestFirm.address());
        assertThat(reports.csv("").text())
                .isEqualTo(COLUMNS + "\r\nc1,PERSON,Client c1,NO_ACCOUNT,,0,false,,0,,,,,false\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "=1+1#'=1+1",
                "+1#'+1",
                "-1#'-1",
                "@SUM(A1)#'@SUM(A1)",
                "\uFF1D1#'\uFF1D1",
                "\uFF0B1#'\uFF0B1",
                "\uFF0D1#'\uFF0D1",
                "\uFF201#'\uFF201",
                " =1#' =1",
                "\"=1#'\"=1",
                "\t=1#' =1",
                "a\t=1#a =1",
                "Weiss;=1+1;x#Weiss;'=1+1;x",
                "Ann;=cmd|' /C calc'!A0;#Ann;'=cmd|' /C calc'!A0;",
                "a|=1+1#a|'=1+1",
                "a; \"=1+1\"|+x#a;' \"=1+1\"|'+x",
                "a;\uFF1D1#a;'\uFF1D1"
            })
    void aNameThatSomeSpreadsheetTakesForAFormula_isNone(String name, String cell) {
        named("f1", name);
        assertThat(reports.rows("").getFirst()).containsEntry("contact_name", cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1",
                "'=1",
                "a,=1",
                "Smith, \"Jo\"",
                "a;b|c",
                "\u202Eleft",
                "\uD83D\uDE00 & co",
                "1;2;3",
                "A-B;C-D"
            })
    void anyOtherName_isAsItIs(String name) {
        named("h1", name);
        named("-x", "Dash");
        assertThat(reports.rows("")).extracting(row -> row.get("contact_name")).containsExactly("Dash", name);
        assertThat(reports.rows("").getFirst()).containsEntry("contact_id", "'-x");
    }

    @Test
    void aByteOrderMark_standsBeforeTheFile_whereItIsWished() throws Exception {
        named("c1", "Smith, \"Jo\"");
        String plain = reports.csv("").text();
        assertThat(plain).startsWith("contact_id").contains("\"Smith, \"\"Jo\"\"\"");
        assertThat(reports.csv("bom=true").text()).isEqualTo("\uFEFF" + plain);
        assertThat(reports.csv("bom=false").text()).isEqualTo(plain);
        assertThat(reports.csv("bom=yes").code()).isEqualTo("invalid-request");
    }

    @Test
    void itIsPackedWhereThatIsTaken_andTheSame() throws Exception {
        firm.contact("c1", 1, TestFirm.address());
        HttpResponse<byte[]> packed = bytes("text/csv", "gzip, br");
        assertThat(packed.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("content-type")).contains("text/csv; charset=utf-8");
        assertThat(unpacked(packed.body())).isEqualTo(reports.csv("").text());
        for (String plain : List.of("br", "gzip;q=0", "identity")) {
            assertThat(bytes("text/csv", plain).headers().firstValue("content-encoding"))
                    .isEmpty();
        }
        assertThat(bytes("text/csv", "*").headers().firstValue("content-encoding"))
                .contains("gzip");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv|csv",
                "text/*|csv",
                "text/csv;q=0.9, application/json;q=0.1|csv",
                "TEXT/CSV, */*;q=0.5|csv",
                "application/json|json",
                "*/*|json",
                "application/json, text/csv;q=0.5|json"
            })
    void whatIsWantedMost_isGiven(String accept, String given) {
        Answer answer = reports.listAs(firm.staff("portal:read"), "", "Accept", accept);
        assertThat(answer.status()).isEqualTo(given.equals("csv") ? 403 : 200);
    }

    @Test
    void whoeverTakesNeither_isGivenTheList() throws Exception {
        for (String accept : List.of("text/html", "text/csv;q=0", "text/csv;q=0.x", ",")) {
            assertThat(bytes(accept, "gzip").headers().firstValue("content-type"))
                    .as(accept)
                    .contains("application/json");
        }
    }

    @Test
    void whoWasGivenIt_isOnTheTrail_andWhoWasNotIsNot() {
        firm.contact("c1", 1, TestFirm.address()).contact("c2", 1);
        reports.csv("");
        reports.csv("status=ACTIVE");
        reports.list("");
        reports.listAs(firm.staff("portal:read"), "", "Accept", "text/csv");
        assertThat(AuditRows.of(firm, "report.exported"))
                .containsExactly(Map.of("contacts", "2"), Map.of("contacts", "0", "status", "ACTIVE"));
        Answer trail = new Auditor(firm).list("type=report.exported");
        assertThat(trail.text("/items/0/actor/id")).isEqualTo("s1");
        assertThat(trail.text("/items/0/outcome")).isEqualTo("SUCCESS");
    }

    @Test
    void whereTheTrailCannotBeWritten_nothingIsHandedOut() {
        firm.contact("c1", 1, TestFirm.address());
        world.fault("dynamodb", "PutItem", "InternalServerError", 20, "before");
        Answer refused = reports.csv("");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text()).doesNotContain("contact_id");
        world.noFaults();
        world.fault("dynamodb", "Query", "InternalServerError", 20, "before");
        assertThat(reports.csv("").status()).isEqualTo(503);
        world.noFaults();
        assertThat(AuditRows.of(firm, "report.exported")).isEmpty();
    }

    private void named(String id, String name) {
        world.event(
                "contact.upserted",
                Map.of(
                        "firmId",
                        firm.id(),
                        "contactId",
                        id,
                        "version",
                        1,
                        "type",
                        "PERSON",
                        "name",
                        name,
                        "emails",
                        List.of(),
                        "archived",
                        false));
    }

    private HttpResponse<byte[]> bytes(String accept, String codings) {
        return reports.bytes("", accept, codings);
    }

    private static String unpacked(byte[] body) throws IOException {
        return new String(Reports.unpacked(body), StandardCharsets.UTF_8);
    }
}
