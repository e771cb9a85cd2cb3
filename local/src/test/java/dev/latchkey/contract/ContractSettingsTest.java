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

/** The checker must be seen to object where administrators read and change how the firm's clients get in. */
class ContractSettingsTest {

    private static final String SETTINGS = "/v1/firms/acme/portal-settings";
    private static final String ANSWERED = """
            {"accessMode":"MAGIC_LINK_AND_LOGIN","planAllowsMode":true,"plan":"BUSINESS","linksNeedSecondFactor":false,
            "requestLinkDays":30,"scheduled":{"accessMode":"MAGIC_LINK_ONLY","effectiveFrom":"2027-01-04T06:00:00.000Z"},
            "version":3,"updatedAt":"2026-11-27T10:15:00.000Z","updatedBy":"s1"}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'accessMode':'MAGIC_LINK_AND_LOGIN'}",
                "{'accessMode':'MAGIC_LINK_ONLY'}",
                "{'accessMode':'MAGIC_LINK_AND_LOGIN_2FA','linksNeedSecondFactor':true}",
                "{'accessMode':'MAGIC_LINK_ONLY','requestLinkDays':1}",
                "{'accessMode':'MAGIC_LINK_ONLY','requestLinkDays':30}",
                "{'accessMode':'MAGIC_LINK_ONLY','effectiveFrom':'2027-01-04T06:00:00Z'}",
                "{'accessMode':'MAGIC_LINK_ONLY','effectiveFrom':'2027-01-04T06:00:00.000000001+01:00'}"
            })
    void aChange_saysTheMode_andMaySayTheRest(String body) {
        assertThat(asked(body).requestViolations()).isEmpty();
        assertThat(asked(body).replyViolations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{'accessMode':null}",
                "{'accessMode':1}",
                "{'accessMode':'magic_link_only'}",
                "{'accessMode':'LOGIN_ONLY'}",
                "{'accessMode':'MAGIC_LINK_ONLY ','requestLinkDays':7}",
                "{'accessMode':'MAGIC_LINK_ONLY','accessMode':'MAGIC_LINK_AND_LOGIN'}",
                "{'accessMode':'MAGIC_LINK_ONLY','plan':'ENTERPRISE'}",
                "{'accessMode':'MAGIC_LINK_ONLY','version':3}",
                "{'accessMode':'MAGIC_LINK_ONLY','planAllowsMode':true}",
                "{'accessMode':'MAGIC_LINK_ONLY','scheduled':null}",
                "{'accessMode':'MAGIC_LINK_ONLY','linksNeedSecondFactor':null}",
                "{'accessMode':'MAGIC_LINK_ONLY','linksNeedSecondFactor':'true'}",
                "{'accessMode':'MAGIC_LINK_ONLY','requestLinkDays':0}",
                "{'accessMode':'MAGIC_LINK_ONLY','requestLinkDays':31}",
                "{'accessMode':'MAGIC_LINK_ONLY','requestLinkDays':7.5}",
                "{'accessMode':'MAGIC_LINK_ONLY','requestLinkDays':'7'}",
                "{'accessMode':'MAGIC_LINK_ONLY','requestLinkDays':null}",
                "{'accessMode':'MAGIC_LINK_ONLY','effectiveFrom':null}",
                "{'accessMode':'MAGIC_LINK_ONLY','effectiveFrom':1893456000}",
                "{'accessMode':'MAGIC_LINK_ONLY','effectiveFrom':'2027-01-04'}",
                "{'accessMode':'MAGIC_LINK_ONLY','effectiveFrom':'2027-01-04T06:00:00'}",
                "{'accessMode':'MAGIC_LINK_ONLY','effectiveFrom':'2027-02-30T06:00:00Z'}"
            })
    void aChangeInAnotherForm_isARequestViolation_andMayOnlyBeRefused(String body) {
        assertThat(asked(body).requestViolations()).isNotEmpty();
        assertThat(asked(body).replyViolations()).singleElement().asString().contains("forbids");
    }

    @Test
    void bothNeedABearer_andAVersionIsOneHeader() {
        for (String method : List.of("GET", "PUT")) {
            Result bare = settings(method, sample -> sample.askedHeaders.remove("Authorization"));
            assertThat(bare.requestViolations()).as(method).isNotEmpty();
            assertThat(settings(method, sample -> {}).requestViolations())
                    .as(method)
                    .isEmpty();
        }
        for (String version : List.of("\"0\"", "W/\"0\"", "3")) {
            assertThat(versioned(version)).as(version).isEmpty();
        }
        assertThat(versioned("\"" + "1".repeat(63) + "\"")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scheduled=null",
                "/scheduled/requestLinkDays=7 /scheduled/linksNeedSecondFactor=true",
                "/accessMode='MAGIC_LINK_AND_LOGIN_2FA' /linksNeedSecondFactor=true /requestLinkDays=1",
                "/accessMode='MAGIC_LINK_AND_LOGIN_2FA' /plan='TEAM' /planAllowsMode=false",
                "/scheduled=null /version=0 /updatedAt=null /updatedBy=null"
            })
    void whatSettingsMaySay_isLetThrough(String members) {
        for (String method : List.of("GET", "PUT")) {
            Consumer<Sample> all = sample -> {
                for (String member : members.split(" ", -1)) {
                    String[] parts = member.split("=", 2);
                    set(sample, parts[0], parts[1]);
                }
            };
            assertThat(settings(method, all).replyViolations()).as(method).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/accessMode              | ",
                "/accessMode              | 'LOGIN_ONLY'",
                "/accessMode              | 'magic_link_only'",
                "/accessMode              | null",
                "/planAllowsMode          | ",
                "/planAllowsMode          | 'true'",
                "/plan                    | ",
                "/plan                    | 'FREE'",
                "/linksNeedSecondFactor   | ",
                "/linksNeedSecondFactor   | 0",
                "/requestLinkDays         | ",
                "/requestLinkDays         | 0",
                "/requestLinkDays         | 31",
                "/requestLinkDays         | '30'",
                "/version                 | ",
                "/version                 | -1",
                "/version                 | '3'",
                "/updatedAt               | ",
                "/updatedAt               | '2026-11-27T10:15:00Z'",
                "/updatedAt               | 1795774500",
                "/updatedBy               | ",
                "/updatedBy               | 7",
                "/firmId                  | 'acme'",
                "/settingsVersion         | 3",
                "/scheduled               | ",
                "/scheduled               | {}",
                "/scheduled               | []",
                "/scheduled               | 'MAGIC_LINK_ONLY'",
                "/scheduled/accessMode    | ",
                "/scheduled/accessMode    | 'LOGIN_ONLY'",
                "/scheduled/effectiveFrom | ",
                "/scheduled/effectiveFrom | null",
                "/scheduled/effectiveFrom | '2027-01-04T06:00:00Z'",
                "/scheduled/requestLinkDays       | 31",
                "/scheduled/linksNeedSecondFactor | null",
                "/scheduled/version       | 4"
            })
    void settingsInAnotherForm_areObjectedTo(String pointer, @Nullable String json) {
        assertThat(answered(pointer, json)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "W/\"3\"", "\"\"", "\"three\"", "\"-1\"", "\"33333333333333333333\""})
    void theVersion_goesOutAsAStrongETag(String tag) {
        for (String method : List.of("GET", "PUT")) {
            Consumer<Sample> other = sample -> sample.answeredHeaders.put("ETag", List.of(tag));
            Consumer<Sample> none = sample -> sample.answeredHeaders.remove("ETag");
            assertThat(settings(method, tag.isEmpty() ? none : other).replyViolations())
                    .as(method)
                    .isNotEmpty();
            assertThat(settings(method, sample -> {}).replyViolations())
                    .as(method)
                    .isEmpty();
        }
    }

    private static List<String> answered(String pointer, @Nullable String json) {
        List<String> read =
                settings("GET", sample -> set(sample, pointer, json)).replyViolations();
        List<String> changed =
                settings("PUT", sample -> set(sample, pointer, json)).replyViolations();
        assertThat(read.isEmpty()).as(read.toString() + changed).isEqualTo(changed.isEmpty());
        return read;
    }

    static void set(Sample sample, String pointer, @Nullable String json) {
        sample.set(pointer, json == null ? null : json.replace('\'', '"'));
    }

    private static Result asked(String body) {
        return settings("PUT", sample -> sample.asked = body.replace('\'', '"'));
    }

    private static List<String> versioned(String version) {
        return settings("PUT", sample -> sample.askedHeaders.put("If-Match", List.of(version)))
                .requestViolations();
    }

    /** A good call, spoilt; what is asked and answered is a change's, or for GET as much of it as that has. */
    static Result settings(String method, Consumer<Sample> spoil) {
        Consumer<Sample> good = sample -> {
            sample.method = method;
            sample.path = SETTINGS;
            sample.asked = "{\"accessMode\":\"MAGIC_LINK_ONLY\"}";
            sample.askedHeaders.put("Authorization", List.of("Bearer a.b.c"));
            sample.answeredHeaders.put("ETag", List.of("\"3\""));
            sample.answered = ANSWERED;
            sample.askedHeaders.put("If-Match", List.of("\"2\""));
            if (method.equals("GET")) {
                sample.asked = null;
                sample.askedHeaders.keySet().removeAll(List.of("Content-Type", "If-Match"));
            }
        };
        return spoilt(good.andThen(spoil));
    }
}
