package dev.latchkey.contract;

import static dev.latchkey.contract.Sample.spoilt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contract.Contract.Result;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker must be seen to object where a client lists and ends sessions, and where a list tells too much. */
class ContractSessionsTest {

    private static final String LIST = "/v1/sessions";
    private static final String ONE = "/v1/sessions/~xxxxxxxxxxxxxxxxxxxxxx.ssssssssssssssssssssss";
    private static final String CURSOR = "c".repeat(60);
    private static final String PAGE = """
            {"items":[{"id":"%s","createdAt":"2026-11-24T14:51:37.791Z","lastUsedAt":"2026-11-24T15:40:02.118Z",
            "browser":"Firefox on Windows","source":"203.0.113.0/24","scope":"portal","current":true}],
            "nextCursor":null}""".formatted("s".repeat(30));

    @Test
    void aList_isWhole_orHasACursorForTheRest() {
        assertThat(listed(sample -> {})).isEmpty();
        assertThat(listed(sample -> sample.set("/items", "[]"))).isEmpty();
        assertThat(listed(sample -> sample.set("/nextCursor", "\"" + CURSOR + "\"")))
                .isEmpty();
        for (String other : new String[] {"7", "\"\"", "\"short\"", "{}"}) {
            assertThat(listed(sample -> sample.set("/nextCursor", other)))
                    .as(other)
                    .isNotEmpty();
        }
        assertThat(listed(sample -> sample.set("/nextCursor", null))).isNotEmpty();
        assertThat(listed(sample -> sample.set("/items", null))).isNotEmpty();
        assertThat(listed(sample -> sample.set("/total", "1"))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id           | ",
                "id           | 's'",
                "createdAt    | ",
                "createdAt    | '2026-11-24T14:51:37Z'",
                "lastUsedAt   | null",
                "browser      | ",
                "browser      | null",
                "browser      | 'Mozilla/5.0 (Windows NT 10.0)'",
                "source       | '203.0.113.7'",
                "source       | '203.0.113.7/24'",
                "source       | '2001:db8:1:2:3:4:5:6'",
                "source       | null",
                "scope        | 'everything'",
                "current      | ",
                "current      | 'yes'",
                "refreshToken | 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'",
                "userAgent    | 'Mozilla/5.0'"
            })
    void aSessionThatIsListedInAnotherForm_orTellsMore_isObjectedTo(String name, @Nullable String json) {
        assertThat(item(name, json)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "browser | 'unknown'",
                "browser | 'Samsung Internet on Android'",
                "source  | '2001:db8:1::/48'",
                "source  | 'an unknown network'",
                "scope   | 'requests'",
                "current | false"
            })
    void whatASessionMaySay_isLetThrough(String name, String json) {
        assertThat(item(name, json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=1", "limit=1000", "cursor=cccccccccccccccccccccc", "limit=5&cursor=~._-cccccccccccccccccc"
            })
    void aListMayBeAskedForInParts(String query) {
        assertThat(query(query).requestViolations()).isEmpty();
        assertThat(query(query).replyViolations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=1001",
                "limit=-1",
                "limit=ten",
                "limit=1.5",
                "limit=",
                "limit=1&limit=2",
                "cursor=",
                "cursor=short",
                "cursor=cccccccccccc%20ccccccccccc",
                "cursor=cccccccccccccccccccccc&cursor=dddddddddddddddddddddd"
            })
    void aPartInAnotherForm_isARequestViolation_andMayOnlyBeRefused(String query) {
        assertThat(query(query).requestViolations()).isNotEmpty();
        assertThat(query(query).replyViolations()).singleElement().asString().contains("forbids");
    }

    @Test
    void aForeignCursor_isAProblemOfItsOwn_andHasNoErrors() {
        Consumer<Sample> cursor = sample -> sample.problem(400, "invalid-cursor");
        assertThat(listed(cursor)).isEmpty();
        String errors = "[{\"field\":\"limit\",\"message\":\"is wrong\"}]";
        assertThat(listed(cursor.andThen(sample -> sample.set("/errors", errors))))
                .isNotEmpty();
        Consumer<Sample> request = sample -> sample.problem(400, "invalid-request");
        assertThat(listed(request)).isNotEmpty();
        assertThat(listed(request.andThen(sample -> sample.set("/errors", errors))))
                .isEmpty();
        assertThat(ended(LIST, cursor)).isNotEmpty();
    }

    @Test
    void ending_isAnsweredByNothing_onceForAll_onceForOne() {
        for (String path : List.of(LIST, ONE)) {
            assertThat(ended(path, sample -> {})).as(path).isEmpty();
            assertThat(ended(path, sample -> {
                        sample.status = 200;
                        sample.answered = "{\"sessionsEnded\":2}";
                        sample.answeredHeaders.put("Content-Type", List.of("application/json"));
                    }))
                    .as(path)
                    .isNotEmpty();
        }
        assertThat(ended(ONE, sample -> sample.problem(404, "not-found"))).isEmpty();
        assertThat(ended(LIST, sample -> sample.problem(404, "not-found"))).isNotEmpty();
        assertThat(ended("/v1/sessions/refresh", sample -> sample.problem(404, "not-found")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/sessions, insufficient-scope, 0",
        "GET, /v1/sessions, enrolment-required, 0",
        "GET, /v1/sessions, forbidden, 1",
        "DELETE, /v1/sessions, insufficient-scope, 0",
        "DELETE, /v1/sessions, enrolment-required, 0",
        "DELETE, /v1/sessions/ssssssssssssssssssssssssssssss, insufficient-scope, 0",
        "DELETE, /v1/sessions/ssssssssssssssssssssssssssssss, enrolment-required, 0",
        "GET, /v1/me, enrolment-required, 0",
        "GET, /v1/me, insufficient-scope, 1",
        "GET, /v1/me, login-off, 1"
    })
    void aSessionThatIsNotEnough_isToldWhy(String method, String path, String code, int objections) {
        List<String> replies =
                session(method, path, sample -> sample.problem(403, code)).replyViolations();
        assertThat(replies.isEmpty()).as(replies.toString()).isEqualTo(objections == 0);
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/sessions", "DELETE, /v1/sessions", "DELETE, /v1/sessions/ssssssssssssssssssssssssssssss"})
    void everyOneOfThem_needsABearer(String method, String path) {
        Result bare = session(method, path, sample -> sample.askedHeaders.remove("Authorization"));
        assertThat(bare.requestViolations()).isNotEmpty();
        assertThat(session(method, path, sample -> {}).requestViolations()).isEmpty();
    }

    private static List<String> item(String name, @Nullable String json) {
        return listed(sample -> {
            String items = sample.answered;
            String value = json == null ? null : json.replace('\'', '"');
            int start = items.indexOf('[') + 1;
            int end = items.indexOf(']');
            String changed = Sample.changed(items.substring(start, end), "/" + name, value);
            sample.answered = items.substring(0, start) + changed + items.substring(end);
        });
    }

    private static List<String> listed(Consumer<Sample> spoil) {
        return session("GET", LIST, spoil).replyViolations();
    }

    private static Result query(String query) {
        return session("GET", LIST + "?" + query, sample -> {});
    }

    private static List<String> ended(String path, Consumer<Sample> spoil) {
        Consumer<Sample> good = sample -> {
            sample.status = 204;
            sample.answered = "";
            sample.answeredHeaders.remove("Content-Type");
        };
        return session("DELETE", path, good.andThen(spoil)).replyViolations();
    }

    private static Result session(String method, String path, Consumer<Sample> spoil) {
        Consumer<Sample> good = sample -> {
            sample.method = method;
            sample.path = path;
            sample.asked = null;
            sample.askedHeaders.remove("Content-Type");
            sample.askedHeaders.put("Authorization", List.of("Bearer a.b.c"));
            sample.answered = PAGE;
        };
        return spoilt(good.andThen(spoil));
    }
}
