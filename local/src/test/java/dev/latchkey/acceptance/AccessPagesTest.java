package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of all contacts, part by part, and who may have it. */
class AccessPagesTest {

    private final World world = World.get();
    private final TestFirm firm = world.firm();
    private final Reports reports = new Reports(firm);

    @Test
    void thePagesTogetherAreTheWhole_inTheOrderOfIds_whateverTheirSize() {
        String shared = TestFirm.address();
        for (String id : List.of("b", "a", "a-1", "a_1", "B", "10", "9")) {
            firm.contact(id, 1, shared);
        }
        firm.mailed("a", "r1");
        firm.mailed("B", "r1");
        firm.contact("c", 1, true, shared);
        List<JsonNode> whole = reports.all("", 1000);
        assertThat(ids(whole)).containsExactly("10", "9", "B", "a", "a-1", "a_1", "b");
        for (int limit = 1; limit <= 8; limit++) {
            assertThat(reports.all("", limit)).as("pages of " + limit).isEqualTo(whole);
            assertThat(reports.all("status=NO_ACCOUNT", limit)).isEqualTo(whole);
        }
        assertThat(reports.list("limit=7").body().path("nextCursor").isNull()).isTrue();
        assertThat(ids(reports.rows(""), "contact_id")).isEqualTo(ids(whole));
    }

    @Test
    void moreThanAreReadAtOnce_areListedOnce_andFoundBehindMany() {
        for (int number = 0; number < 110; number++) {
            firm.contact("c" + (1000 + number), 1);
        }
        String email = TestFirm.address();
        firm.contact("d", 1, email);
        new Portal(firm).account(email);
        assertThat(ids(reports.all("", 1000)))
                .hasSize(111)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(ids(reports.all("", 60)))
                .hasSize(111)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(ids(reports.all("status=ACTIVE", 1))).containsExactly("d");
        assertThat(reports.rows("")).hasSize(111);
    }

    @Test
    void whoComesAndGoesMeanwhile_makesNobodyElseBeSkippedOrRepeated() {
        for (int number = 10; number < 20; number++) {
            firm.contact("c" + number, 1, TestFirm.address());
        }
        Answer first = reports.list("limit=4");
        firm.delete("c11", 2);
        firm.delete("c13", 2);
        firm.contact("c12a", 1, TestFirm.address()).contact("c15a", 1, TestFirm.address());
        firm.delete("c16", 2);
        List<String> seen =
                new ArrayList<>(ids(first.body().path("items").valueStream().toList()));
        Answer rest = reports.list("limit=100&cursor=" + first.text("/nextCursor"));
        seen.addAll(ids(rest.body().path("items").valueStream().toList()));
        assertThat(seen).containsExactly("c10", "c11", "c12", "c13", "c14", "c15", "c15a", "c17", "c18", "c19");
    }

    @Test
    void aCursor_isGoodForItsFirmAndItsStatusAlone_andNotForged() {
        TestFirm other = world.firm();
        for (TestFirm each : List.of(firm, other)) {
            each.contact("c1", 1).contact("c2", 1).contact("c3", 1);
        }
        String cursor = reports.list("limit=1").text("/nextCursor");
        assertThat(reports.list("limit=2&cursor=" + cursor).status()).isEqualTo(200);
        String audit = new Auditor(firm).list("limit=1").text("/nextCursor");
        for (String forged : List.of(
                cursor.substring(1),
                cursor.substring(0, cursor.length() - 1),
                "B" + cursor.substring(1),
                "A".repeat(30),
                "",
                audit,
                new Reports(other).list("limit=1").text("/nextCursor"),
                reports.list("limit=1&status=NO_ACCOUNT").text("/nextCursor"))) {
            assertThat(reports.list("limit=1&cursor=" + forged).code())
                    .as(forged)
                    .isEqualTo("invalid-cursor");
        }
        assertThat(reports.list("limit=1&status=NO_ACCOUNT&cursor=" + cursor).code())
                .isEqualTo("invalid-cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "status=active", "status=", "status=UNKNOWN"})
    void whatMakesNoSenseIsRefused(String query) {
        Answer refused = reports.list(query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void theListIsForAllStaff_theFileForAdministrators_andNeitherForOtherFirms() {
        for (String role : List.of("portal:read", "portal:support", "portal:admin")) {
            assertThat(reports.listAs(firm.staff(role), "").status()).isEqualTo(200);
        }
        for (String role : List.of("portal:read", "portal:support", "other")) {
            assertThat(reports.listAs(firm.staff(role), "", "Accept", "text/csv")
                            .code())
                    .isEqualTo("forbidden");
        }
        assertThat(reports.listAs(firm.staff("other"), "").code()).isEqualTo("forbidden");
        String stranger = world.firm().staff("portal:admin");
        assertThat(reports.listAs(stranger, "").code()).isEqualTo("not-found");
        assertThat(reports.listAs(stranger, "", "Accept", "text/csv").code()).isEqualTo("not-found");
        Reports unknown = new Reports(new TestFirm(world, firm.id() + "x"));
        assertThat(unknown.list("").code()).isEqualTo("not-found");
        assertThat(unknown.csv("").code()).isEqualTo("not-found");
    }

    @Test
    void whatCannotBeRead_isAnOutage_andAFirmWithoutClientsIsEmpty() {
        for (String operation : List.of("Query", "BatchGetItem")) {
            firm.contact("c1", 1);
            world.fault("dynamodb", operation, "InternalServerError", 20, "before");
            assertThat(reports.list("").status()).as(operation).isEqualTo(503);
            world.noFaults();
        }
        assertThat(new Reports(world.firm()).list("").text()).isEqualTo("{\"items\":[],\"nextCursor\":null}");
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> item.path("contactId").asText()).toList();
    }

    private static List<String> ids(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> row.getOrDefault(column, "")).toList();
    }
}
