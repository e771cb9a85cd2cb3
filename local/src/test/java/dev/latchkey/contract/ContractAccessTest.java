package dev.latchkey.contract;

import static dev.latchkey.contract.ContractSettingsTest.set;
import static dev.latchkey.contract.Sample.spoilt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contract.Contract.Result;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker must be seen to object where staff look at a contact's access, keep its owner out, and read the trail. */
class ContractAccessTest {

    private static final String OF_ADDRESS = """
            "email":"c1@example.com","sharedWithCount":1,"sharedWith":[{"contactId":"o1","name":"One Orchards Ltd"}],"totp":{"enrolled":true,
            "since":"2026-11-24T14:51:37.791Z","recoveryCodesLeft":7},"lastLogin":{"at":"2026-11-24T14:51:37.791Z",
            "amr":["pwd","otp"]},"invitation":null,"undeliverable":false,"lockedUntil":null""";
    private static final String ACCESS = """
            {"contactId":"c1","type":"PERSON","name":"C","directoryFaults":[{"field":"type","message":"x"}],"status":"ACTIVE",%s,
            "lastLink":{"sentAt":"2026-11-24T14:51:37.791Z","claimedAt":null,"requestId":"r1"}}""".formatted(OF_ADDRESS);
    private static final String TRAIL = """
            {"items":[{"id":"AAAAAAAAAAAAAAAAAAAAAA","at":"2026-11-27T10:15:00.000Z","type":"link.sent","actor":
            {"kind":"STAFF","id":"s1"},"contactIds":["c1"],"requestId":"JKJaXmPLvHcESHA=","sourceIp":"192.0.2.1",
            "outcome":"SUCCESS","detail":{"requestId":"r1"}}],"nextCursor":null}""";

    /** What staff ask for, and a good answer to it. */
    enum Call {
        LOOK("GET", "contacts/c1/portal-access", ACCESS),
        KEEP_OUT("POST", "contacts/c1/portal-access/deactivate", ACCESS),
        LET_IN("POST", "contacts/c1/portal-access/reactivate", ACCESS),
        TRAIL("GET", "audit-events", ContractAccessTest.TRAIL);

        private final String method;
        private final String path;
        private final String answered;

        Call(String method, String path, String answered) {
            this.method = method;
            this.path = "/v1/firms/acme/" + path;
            this.answered = answered;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCall_needsABearer_andIsAnsweredByNothingElse(Call call) {
        assertThat(made(call, sample -> {}).requestViolations()).isEmpty();
        assertThat(made(call, sample -> {}).replyViolations()).isEmpty();
        assertThat(made(call, sample -> sample.askedHeaders.remove("Authorization"))
                        .requestViolations())
                .isNotEmpty();
        assertThat(made(call, sample -> sample.status = 202).replyViolations()).isNotEmpty();
        assertThat(made(call, sample -> sample.answeredHeaders.put("Cache-Control", List.of("max-age=60")))
                        .replyViolations())
                .isNotEmpty();
        assertThat(made(call, sample -> sample.set("/firmId", "\"acme\"")).replyViolations())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                               | 0",
                "{'reason':'has left'}                            | 0",
                "{'email':' C4@Example.com','reason':'has left'}  | 0",
                "                                                 | 1",
                "[]                                               | 1",
                "{'reason':'no'}                                  | 1",
                "{'reason':null}                                  | 1",
                "{'email':'nobody'}                               | 1",
                "{'email':null}                                   | 1",
                "{'contactId':'c1'}                               | 1"
            })
    void anOrder_maySayWhoseAndWhy_andNothingElse(@Nullable String body, int objections) {
        for (Call call : List.of(Call.KEEP_OUT, Call.LET_IN)) {
            String asked = body == null ? "" : body.replace('\'', '"');
            List<String> found = made(call, sample -> sample.asked = asked).requestViolations();
            assertThat(found.isEmpty()).as(call + found.toString()).isEqualTo(objections == 0);
        }
    }

    @Test
    void aReasonHasFiveHundredCharactersAtMost_andAKeyHasNoBlank() {
        for (Call call : List.of(Call.KEEP_OUT, Call.LET_IN)) {
            for (int length : new int[] {500, 501}) {
                String body = "{\"reason\":\"" + "r".repeat(length) + "\"}";
                List<String> found = made(call, sample -> sample.asked = body).requestViolations();
                assertThat(found.isEmpty()).as(call + " " + length).isEqualTo(length == 500);
            }
            for (String key : List.of("k-1", "two words")) {
                List<String> found = made(call, sample -> sample.askedHeaders.put("Idempotency-Key", List.of(key)))
                        .requestViolations();
                assertThat(found.isEmpty()).as(call + " " + key).isEqualTo(key.equals("k-1"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/status        | 'DEACTIVATED'        | 0",
                "/status        | 'EMAIL_MISMATCH'     | 0",
                "/status        | 'OPEN'               | 1",
                "/status        | 'deactivated'        | 1",
                "/status        |                      | 1",
                "/type          | 'STAFF'              | 1",
                "/email         | null                 | 0",
                "/email         | 'nobody'             | 1",
                "/sharedWithCount | -1                 | 1",
                "/sharedWith    | [{'contactId':'o1'}] | 1",
                "/totp/since    | null                 | 1",
                "/lastLogin     | null                 | 0",
                "/lastLogin/amr | ['otp']              | 1",
                "/invitation    | {'sentAt':'2026-11-24T14:51:37.791Z','expiresAt':'2026-12-01T14:51:37.791Z'} | 0",
                "/invitation    | {'sentAt':'2026-11-24T14:51:37.791Z'} | 1",
                "/lockedUntil   | '2026-11-24T14:51:37.791Z' | 0",
                "/lockedUntil   | 1795774500           | 1",
                "/lastLink      | null                 | 0",
                "/lastLink/linkId   | 'x'              | 1",
                "/lastLink/requestId |                 | 1",
                "/directoryFaults/0/field |            | 1",
                "/directoryFaults/0/value | 'x'        | 1",
                "/passwordHash  | 'x'                  | 1",
                "/accounts      | []                   | 1"
            })
    void allThreeTellOfAccessInOneForm(String pointer, @Nullable String json, int objections) {
        for (Call call : List.of(Call.LOOK, Call.KEEP_OUT, Call.LET_IN)) {
            List<String> found =
                    made(call, sample -> set(sample, pointer, json)).replyViolations();
            assertThat(found.isEmpty()).as(call + found.toString()).isEqualTo(objections == 0);
        }
    }

    @Test
    void ofSeveralAddresses_eachIsToldOf_andNoneIsOneThatLeft() {
        String one = "{\"status\":\"ACTIVE\"," + OF_ADDRESS + "}";
        String gone = one.replace("ACTIVE", "EMAIL_MISMATCH");
        String more = one.replace("{\"status\"", "{\"contactId\":\"c1\",\"status\"");
        assertThat(accounts(one, one)).isEmpty();
        assertThat(accounts(one, one, one)).isEmpty();
        assertThat(accounts(one)).isNotEmpty();
        assertThat(accounts(one, gone)).isNotEmpty();
        assertThat(accounts(one, more)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contactId=c1&type=link.sent&limit=1000",
                "from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00.000Z",
                "from=2026-11-01T00:00:00%2B01:00",
                "limit=1&cursor=MjAyNi0xMQ.BBBBBBBBBBBBBBBBBBBBBBB"
            })
    void theTrail_mayBeAskedForInParts(String query) {
        assertThat(asked(query).requestViolations()).isEmpty();
        assertThat(asked(query).replyViolations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contactId=",
                "contactId=a%23b",
                "contactId=c1&contactId=c2",
                "type=link",
                "type=LINK.SENT",
                "type=link.sent,link.claimed",
                "from=today",
                "from=2026-11-01T00:00:00",
                "to=2026-02-30T00:00:00Z",
                "limit=0",
                "limit=1001",
                "cursor=short",
                "cursor="
            })
    void aPartOfTheTrailInAnotherForm_mayOnlyBeRefused(String query) {
        assertThat(asked(query).requestViolations()).isNotEmpty();
        assertThat(asked(query).replyViolations()).singleElement().asString().contains("forbids");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "type       | 'settings.scheduled'    | 0",
                "type       | 'link.opened'           | 1",
                "type       |                         | 1",
                "id         | 'A'                     | 1",
                "at         | '2026-11-27T10:15:00Z'  | 1",
                "actor      | {'kind':'SYSTEM','id':'mail-feedback'} | 0",
                "actor      | {'kind':'ROBOT','id':'r'}              | 1",
                "actor      | {'kind':'CLIENT'}       | 1",
                "actor      | {'kind':'CLIENT','id':'c','email':'c1@example.com'} | 1",
                "contactIds | []                      | 0",
                "contactIds | ['c1@example.com']      | 1",
                "sourceIp   | null                    | 1",
                "outcome    | 'REFUSED'               | 0",
                "outcome    | 'FAILED'                | 1",
                "detail     | {}                      | 0",
                "detail     | {'before':{'accessMode':'MAGIC_LINK_ONLY'}} | 0",
                "detail     | []                      | 1",
                "userAgent  | 'curl/8.5.0'            | 1"
            })
    void anEventOfTheTrail_hasOneForm(String name, @Nullable String json, int objections) {
        List<String> found = made(Call.TRAIL, sample -> {
                    int end = sample.answered.lastIndexOf(']');
                    String event = sample.answered.substring(sample.answered.indexOf('[') + 1, end);
                    String value = json == null ? null : json.replace('\'', '"');
                    sample.set("/items", "[" + Sample.changed(event, "/" + name, value) + "]");
                })
                .replyViolations();
        assertThat(found.isEmpty()).as(found.toString()).isEqualTo(objections == 0);
    }

    private static List<String> accounts(String... each) {
        return made(Call.LOOK, sample -> sample.set("/accounts", "[" + String.join(",", each) + "]"))
                .replyViolations();
    }

    private static Result asked(String query) {
        return made(Call.TRAIL, sample -> sample.path += "?" + query);
    }

    /** A good call, spoilt. */
    static Result made(Call call, Consumer<Sample> spoil) {
        Consumer<Sample> good = sample -> {
            sample.method = call.method;
            sample.path = call.path;
            sample.asked = "{}";
            sample.askedHeaders.put("Authorization", List.of("Bearer a.b.c"));
            sample.answered = call.answered;
            if (call.method.equals("GET")) {
                sample.asked = null;
                sample.askedHeaders.remove("Content-Type");
            }
        };
        return spoilt(good.andThen(spoil));
    }
}
