package dev.latchkey.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.local.sample.LocalClient;
import dev.latchkey.local.sample.SampleHandlers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ResourceLock("what the sample handlers noted")
class LocalServerTest {
    private static final List<JsonNode> SEEDED;
    private static final LocalServer SERVER;
    private static final LocalClient CLIENT;

    static {
        SampleHandlers.Directory.EVENTS.clear();
        SERVER = SampleServer.start(0, 0);
        SEEDED = List.copyOf(SampleHandlers.Directory.EVENTS);
        CLIENT = new LocalClient(SERVER.api());
    }

    @AfterAll
    static void close() {
        SERVER.close();
        CLIENT.close();
    }

    @Test
    void theApi_isServedFromTheTemplatesRoutes() throws Exception {
        HttpResponse<String> reply = CLIENT.get("/items/special");
        assertThat(SampleHandlers.JSON.readTree(reply.body()).path("routeKey").asText())
                .isEqualTo("GET /items/special");
    }

    @Test
    void theSeed_comesInAsDirectoryEvents_andIsNotCounted() throws Exception {
        assertThat(SEEDED)
                .hasSize(13)
                .allSatisfy(
                        event -> assertThat(event.at("/detail/version").asInt()).isEqualTo(1));
        assertThat(SEEDED.getFirst().at("/detail/plan").asText()).isEqualTo("ENTERPRISE");
        assertThat(CLIENT.get("/_local/calls").body()).isEqualTo("{\"dynamodb\":{},\"kms\":{},\"ses\":{}}");
    }

    @Test
    void theClock_takesAFractionAndDatesTokens() throws Exception {
        assertThat(CLIENT.post("/_local/clock", "{\"offsetSeconds\":86400.25}").statusCode())
                .isEqualTo(200);
        JsonNode told = CLIENT.json("/_local/clock");
        assertThat(told.path("offsetSeconds").decimalValue()).isEqualByComparingTo("86400.25");
        assertThat(Instant.parse(told.path("now").asText()))
                .isAfter(Instant.now().plusSeconds(86_000));
        assertThat(CLIENT.post("/_local/clock", "{\"offsetSeconds\":0}").body()).contains("\"offsetSeconds\":0");
    }

    @Test
    void events_areTakenInOrRefusedWithAReason() throws Exception {
        assertThat(CLIENT.post("/_local/events", "{\"detail-type\":\"firm.upserted\",\"detail\":{}}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> givenUp =
                CLIENT.post("/_local/events", "{\"detail-type\":\"firm.upserted\",\"detail\":{\"x\":\"refuse\"}}");
        assertThat(givenUp.statusCode()).isEqualTo(422);
        assertThat(givenUp.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(givenUp.body()).contains("event-given-up", "refused on purpose");
        assertThat(CLIENT.json("/_local/failures").get(0).path("destination").asText())
                .isEqualTo("LostEvents");
        assertThat(CLIENT.post("/_local/events", "{\"detail-type\":\"other\"}").body())
                .contains("event-not-wanted");
        assertThat(CLIENT.post("/_local/feedback", "{\"Records\":[]}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void thePage_listsFirmsContactsAndTokens_escaped() throws Exception {
        HttpResponse<String> page = CLIENT.get("/_local/");
        assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
        assertThat(page.body())
                .contains("Acme Accounting", "Birch &amp; Partners", "c4.work@example.com", "No mail yet")
                .doesNotContain("<script");
        assertThat(page.body().split("<textarea", -1)).hasSize(10);
    }

    @Test
    void theMailbox_isAList() throws Exception {
        assertThat(CLIENT.get("/_local/mailbox?to=c1%40example.com").body()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    /_local/clock        | {"offsetSeconds":"1"}
                    /_local/clock        | {"offsetSeconds":1e30}
                    /_local/clock        | {"offset":1}
                    /_local/events       | []
                    /_local/events       | {"a":1,"a":2}
                    /_local/events       | {"a":1}{}
                    /_local/feedback     | {"Message":"x"}
                    /_local/breached     | {}
                    /_local/breached     | {"passwords":"x"}
                    /_local/breached     | {"passwords":[1]}
                    /_local/breached     | {"passwords":[],"others":[]}
                    /_local/staff-tokens | {"firmId":"acme","sub":"s"}
                    /_local/staff-tokens | {"firmId":"acme","sub":"s","roles":"portal:read"}
                    /_local/staff-tokens | {"firmId":"acme","sub":"s","roles":[],"claims":7}
                    /_local/faults       | {"service":"kms","operation":"Sign"}
                    /_local/faults       | {"service":"s3","operation":"Sign","error":"HANG"}
                    /_local/faults       | {"service":"kms","operation":"Sign","error":"HANG","times":0}
                    /_local/faults       | {"service":"kms","operation":"Sign","error":"HANG","when":"never"}
                    """)
    void whatAHookDoesNotUnderstand_isRefused(String path, String body) throws Exception {
        HttpResponse<String> reply = CLIENT.post(path, body);
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("\"code\":\"invalid-request\"", "\"detail\"");
    }

    @Test
    void faults_areSetAndCleared() throws Exception {
        String fault = "{\"service\":\"kms\",\"operation\":\"Sign\",\"error\":\"KMSInternalException\"}";
        assertThat(CLIENT.post("/_local/faults", fault).statusCode()).isEqualTo(200);
        assertThat(CLIENT.delete("/_local/faults").statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownHookOrMethod_isRefused() throws Exception {
        assertThat(CLIENT.get("/_local/nothing").statusCode()).isEqualTo(404);
        HttpResponse<String> wrongMethod = CLIENT.get("/_local/staff-tokens");
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.headers().firstValue("allow")).hasValue("POST");
    }

    @Test
    void aPortInUse_isSaidPlainly() {
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> SampleServer.start(SERVER.api().getPort(), 0))
                .withMessageContaining("set PORT");
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> SampleServer.start(0, SERVER.aws().endpoint().getPort()))
                .withMessageContaining("set AWS_LOCAL_PORT");
    }
}
