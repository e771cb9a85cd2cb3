package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditListTest {

    private final World world = World.get();
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, email).contact("c2", 1, TestFirm.address());
    private final Auditor auditor = new Auditor(firm);

    @Test
    void anEvent_tellsWhoDidWhatToWhom_whenAndFromWhere() {
        Answer sent = firm.send("c1", "r1");
        Answer list = auditor.list("");
        assertThat(list.status()).isEqualTo(200);
        JsonNode event = list.body().at("/items/0");
        assertThat(event.path("type").asText()).isEqualTo("link.sent");
        assertThat(event.path("actor").toString()).isEqualTo("{\"kind\":\"STAFF\",\"id\":\"s1\"}");
        assertThat(event.path("contactIds").toString()).isEqualTo("[\"c1\"]");
        assertThat(event.path("sourceIp").asText()).isEqualTo("127.0.0.1");
        assertThat(event.path("requestId").asText()).isEqualTo(sent.header("apigw-requestid"));
        assertThat(event.path("outcome").asText()).isEqualTo("SUCCESS");
        assertThat(event.at("/detail/requestId").asText()).isEqualTo("r1");
        assertThat(Instant.parse(event.path("at").asText()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(list.body().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void aChangeOfSettings_isToldAsItStoodBeforeAndAfter() {
        firm.accessMode("MAGIC_LINK_ONLY");
        JsonNode detail = auditor.list("type=settings.changed").body().at("/items/0/detail");
        assertThat(detail.at("/before/accessMode").asText()).isEqualTo("MAGIC_LINK_AND_LOGIN");
        assertThat(detail.at("/after/accessMode").asText()).isEqualTo("MAGIC_LINK_ONLY");
    }

    @Test
    void thePagesTogetherAreTheWholeTrail_theLatestFirst_whateverTheirSize() {
        for (int number = 0; number < 7; number++) {
            firm.send("c1", "r" + number);
        }
        List<JsonNode> whole = auditor.all("", 1000);
        assertThat(whole).hasSize(7);
        assertThat(whole)
                .isSortedAccordingTo(Comparator.comparing(
                                (JsonNode event) -> event.path("at").asText())
                        .reversed());
        for (int limit : new int[] {1, 2, 3, 6, 7, 8}) {
            assertThat(auditor.all("", limit)).as("pages of " + limit).isEqualTo(whole);
        }
    }

    @Test
    void whatHappensMeanwhile_isNeitherSkippedNorRepeated() {
        for (int number = 0; number < 4; number++) {
            firm.send("c1", "r" + number);
        }
        List<JsonNode> before = auditor.all("", 1000);
        Answer first = auditor.list("limit=2");
        firm.send("c1", "r9");
        Answer second = auditor.list("limit=2&cursor=" + first.text("/nextCursor"));
        assertThat(second.body().path("items").valueStream().toList()).isEqualTo(before.subList(2, 4));
        assertThat(new HashSet<>(auditor.all("", 2))).hasSize(5);
    }

    @Test
    void theTrailGoesOnOverTheMonths() {
        firm.send("c1", "r1");
        world.clock(Duration.ofDays(70).toSeconds());
        firm.send("c1", "r2");
        assertThat(auditor.all("", 1)).hasSize(2);
        String middle = Instant.now().plus(Duration.ofDays(35)).toString();
        assertThat(auditor.all("from=" + middle, 1))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.at("/detail/requestId").asText()).isEqualTo("r2"));
        assertThat(auditor.all("to=" + middle, 1))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.at("/detail/requestId").asText()).isEqualTo("r1"));
    }

    @Test
    void fromIsIncluded_andToIsNot() {
        firm.send("c1", "r1");
        String at = auditor.list("").text("/items/0/at");
        String after = Instant.parse(at).plusMillis(1).toString();
        assertThat(auditor.all("from=" + at, 10)).hasSize(1);
        assertThat(auditor.all("to=" + at, 10)).isEmpty();
        assertThat(auditor.all("to=" + after, 10)).hasSize(1);
        assertThat(auditor.all("from=" + after, 10)).isEmpty();
    }

    @Test
    void itIsFilteredByContactAndByType() {
        firm.send("c1", "r1");
        firm.send("c2", "r2");
        firm.send("c2", "r3");
        assertThat(auditor.all("contactId=c2", 1)).hasSize(2);
        firm.accessMode("MAGIC_LINK_ONLY");
        assertThat(auditor.all("type=link.sent", 1)).hasSize(3);
        assertThat(auditor.all("contactId=c2&type=link.sent", 1)).hasSize(2);
        assertThat(auditor.all("contactId=c2&type=settings.changed", 1)).isEmpty();
        assertThat(auditor.all("contactId=c", 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=1001",
                "limit=x",
                "type=link",
                "type=LINK_SENT",
                "contactId=a%23b",
                "from=today",
                "to=2026-13-01T00:00:00Z"
            })
    void whatMakesNoSenseIsRefused(String query) {
        Answer refused = auditor.list(query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void aCursor_isGoodForItsFirmAndItsQueryAlone_andNotForged() {
        TestFirm other = world.firm().contact("c1", 1, TestFirm.address());
        for (TestFirm each : List.of(firm, other)) {
            each.send("c1", "r1");
            each.send("c1", "r2");
        }
        String cursor = auditor.list("limit=1").text("/nextCursor");
        assertThat(auditor.list("limit=2&cursor=" + cursor).status()).isEqualTo(200);
        for (String forged : List.of(
                cursor.substring(1),
                cursor.substring(0, cursor.length() - 1),
                "B" + cursor.substring(1),
                "A".repeat(30),
                "",
                "bnVsbA.bnVsbA.AA",
                new Auditor(other).list("limit=1").text("/nextCursor"))) {
            assertThat(auditor.list("limit=1&cursor=" + forged).code())
                    .as(forged)
                    .isEqualTo("invalid-cursor");
        }
        assertThat(auditor.list("limit=1&contactId=c1&cursor=" + cursor).code()).isEqualTo("invalid-cursor");
        assertThat(auditor.list("limit=1&type=link.sent&cursor=" + cursor).code())
                .isEqualTo("invalid-cursor");
    }

    @Test
    void onlyAdministratorsOfTheFirmReadIt() {
        for (String role : List.of("portal:read", "portal:support", "other")) {
            assertThat(auditor.listAs(firm.staff(role), "").code()).isEqualTo("forbidden");
        }
        assertThat(auditor.listAs(world.firm().staff("portal:admin"), "").code())
                .isEqualTo("not-found");
    }

    @Test
    void aTrailThatCannotBeRead_isAnOutage() {
        world.fault("dynamodb", "Query", "InternalServerError", 1000, "before");
        assertThat(auditor.list("").status()).isEqualTo(503);
        world.noFaults();
        assertThat(auditor.list("").status()).isEqualTo(200);
    }

    @Test
    void aFirmWithoutATrail_hasAnEmptyOne() {
        assertThat(auditor.list("").text()).isEqualTo("{\"items\":[],\"nextCursor\":null}");
    }
}
