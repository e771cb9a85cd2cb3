package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalSettingsTest {

    private final World world = World.get();
    private final TestFirm firm = world.firm();
    private final Administrator administrator = new Administrator(firm);

    @Test
    void aFirmThatNeverChose_hasTheDefaults_asVersionNought() {
        Answer settings = administrator.readAs(firm.staff("portal:read"));
        assertThat(settings.status()).isEqualTo(200);
        assertThat(settings.header("etag")).isEqualTo("\"0\"");
        assertThat(settings.text()).isEqualTo("""
                {"accessMode":"MAGIC_LINK_AND_LOGIN","planAllowsMode":true,"plan":"BUSINESS",\
                "linksNeedSecondFactor":false,"requestLinkDays":30,"scheduled":null,"version":0,\
                "updatedAt":null,"updatedBy":null}""");
    }

    @Test
    void aChangeCountsAtOnce_saysWhoMadeIt_andHasTheNextVersion() {
        Answer changed = administrator.change(
                "\"0\"", Map.of("accessMode", "MAGIC_LINK_ONLY", "linksNeedSecondFactor", true, "requestLinkDays", 7));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("etag")).isEqualTo("\"1\"");
        assertThat(changed.text("/accessMode")).isEqualTo("MAGIC_LINK_ONLY");
        assertThat(changed.body().at("/linksNeedSecondFactor").booleanValue()).isTrue();
        assertThat(changed.body().at("/requestLinkDays").intValue()).isEqualTo(7);
        assertThat(changed.text("/updatedBy")).isEqualTo("s1");
        assertThat(changed.text("/updatedAt")).endsWith("Z");
        assertThat(administrator.read().text()).isEqualTo(changed.text());
    }

    @Test
    void whatIsLeftOutStaysAsItIs() {
        administrator.choose(
                Map.of("accessMode", "MAGIC_LINK_AND_LOGIN_2FA", "linksNeedSecondFactor", true, "requestLinkDays", 7));
        Answer changed = administrator.choose(Map.of("accessMode", "MAGIC_LINK_AND_LOGIN_2FA"));
        assertThat(changed.body().at("/linksNeedSecondFactor").booleanValue()).isTrue();
        assertThat(changed.body().at("/requestLinkDays").intValue()).isEqualTo(7);
    }

    @Test
    void withoutAVersion_orWithAnyVersion_nothingIsWritten() {
        for (String none : new String[] {null, "*", " * "}) {
            Answer refused = administrator.change(none, Map.of("accessMode", "MAGIC_LINK_ONLY"));
            assertThat(refused.status()).isEqualTo(428);
            assertThat(refused.code()).isEqualTo("precondition-required");
        }
        assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "\"\"", "\"00\"", "W/\"0\"", "1", "999999999999999999"})
    void withAnyOtherVersionThanTheOneThatCounts_itIsStale(String other) {
        Answer refused = administrator.change(other, Map.of("accessMode", "MAGIC_LINK_ONLY"));
        assertThat(refused.status()).as(other).isEqualTo(412);
        assertThat(refused.code()).isEqualTo("version-mismatch");
        assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\", \"1\"", "\"0", "0\"", "zero", "-1", "'0'", "\"0 \"", "W/0"})
    void whatIsNoETagIsRefused(String malformed) {
        Answer refused = administrator.change(malformed, Map.of("accessMode", "MAGIC_LINK_ONLY"));
        assertThat(refused.status()).as(malformed).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo("If-Match");
        assertUntouched();
    }

    @Test
    void theBareNumberOfTheBody_isTheSameVersion() {
        String version = administrator.read().text("/version");
        assertThat(administrator
                        .change(version, Map.of("accessMode", "MAGIC_LINK_ONLY"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void twoAdministratorsWhoReadTheSame_neverMergeTheirEdits() {
        String read = administrator.etag();
        assertThat(administrator
                        .change(read, Map.of("accessMode", "MAGIC_LINK_ONLY", "requestLinkDays", 7))
                        .status())
                .isEqualTo(200);
        Answer second =
                administrator.change(read, Map.of("accessMode", "MAGIC_LINK_AND_LOGIN", "linksNeedSecondFactor", true));
        assertThat(second.status()).isEqualTo(412);
        Answer now = administrator.read();
        assertThat(now.text("/accessMode")).isEqualTo("MAGIC_LINK_ONLY");
        assertThat(now.body().at("/linksNeedSecondFactor").booleanValue()).isFalse();
        assertThat(now.body().at("/requestLinkDays").intValue()).isEqualTo(7);
    }

    @Test
    void anEditThatChangesNothing_isAChangeAllTheSame_soThatNoTwoWritersBothWin() {
        String read = administrator.etag();
        assertThat(administrator
                        .change(read, Map.of("accessMode", "MAGIC_LINK_AND_LOGIN"))
                        .status())
                .isEqualTo(200);
        assertThat(administrator
                        .change(read, Map.of("accessMode", "MAGIC_LINK_AND_LOGIN"))
                        .status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"accessMode\":null}",
                "{\"accessMode\":1}",
                "{\"accessMode\":\"1\"}",
                "{\"accessMode\":\"magic_link_only\"}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY \"}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"accessMode\":\"MAGIC_LINK_AND_LOGIN\"}",
                "{\"accessMode\":[\"MAGIC_LINK_ONLY\"]}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"plan\":\"ENTERPRISE\"}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"version\":0}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"planAllowsMode\":true}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"firmId\":\"acme\"}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"linksNeedSecondFactor\":\"true\"}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"linksNeedSecondFactor\":1}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"linksNeedSecondFactor\":null}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"requestLinkDays\":0}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"requestLinkDays\":31}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"requestLinkDays\":7.5}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"requestLinkDays\":\"7\"}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"requestLinkDays\":4294967303}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"requestLinkDays\":null}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"effectiveFrom\":null}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"effectiveFrom\":1893456000}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"effectiveFrom\":\"tomorrow\"}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"effectiveFrom\":\"2026-02-30T00:00:00Z\"}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"effectiveFrom\":\"2027-01-01\"}",
                "{\"accessMode\":\"MAGIC_LINK_ONLY\",\"effectiveFrom\":\"2027-01-01T00:00:00\"}",
                "[\"MAGIC_LINK_ONLY\"]"
            })
    void whatIsNotInTheContractIsRefused_andChangesNothing(String body) {
        Answer refused = administrator.changeAs(firm.staff("portal:admin"), "\"0\"", body);
        assertThat(refused.status()).as(body).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("invalid-request");
        assertUntouched();
    }

    @Test
    void onlyAdministratorsChange_andWhoMayLookReads() {
        String body = "{\"accessMode\":\"MAGIC_LINK_ONLY\"}";
        for (String role : new String[] {"portal:read", "portal:support", "portal:Admin", "admin"}) {
            Answer refused = administrator.changeAs(firm.staff(role), "\"0\"", body);
            assertThat(refused.status()).as(role).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("forbidden");
        }
        assertThat(administrator.readAs(firm.staff("other")).status()).isEqualTo(403);
        String stranger = world.firm().staff("portal:admin");
        assertThat(administrator.readAs(stranger).status()).isEqualTo(404);
        assertThat(administrator.changeAs(stranger, "\"0\"", body).status()).isEqualTo(404);
        assertUntouched();
    }

    @Test
    void aFirmThatNobodyToldOf_isNotThere() {
        TestFirm unknown = new TestFirm(world, firm.id() + "x");
        assertThat(new Administrator(unknown).read().code()).isEqualTo("not-found");
        Answer change = new Administrator(unknown).change("\"0\"", Map.of("accessMode", "MAGIC_LINK_ONLY"));
        assertThat(change.code()).isEqualTo("not-found");
        assertThat(TableDump.of(world, unknown.id())).isEmpty();
    }

    @Test
    void theDaysOfAFirm_bindTheLinksThatAreSentFromThenOn() {
        firm.contact("c1", 1, TestFirm.address());
        Answer before = firm.send("c1", "r1");
        administrator.choose(Map.of("accessMode", "MAGIC_LINK_AND_LOGIN", "requestLinkDays", 1));
        Answer after = firm.send("c1", "r2");
        assertThat(days(before)).isEqualTo(30);
        assertThat(days(after)).isEqualTo(1);
    }

    private static long days(Answer sent) {
        var life = java.time.Duration.between(
                java.time.Instant.now(), java.time.Instant.parse(Objects.requireNonNull(sent.text("/expiresAt"))));
        return Math.round(life.toMinutes() / (24 * 60.0));
    }

    private void assertUntouched() {
        assertThat(administrator.read().text("/version")).isEqualTo("0");
        assertThat(AuditRows.of(firm, "settings.changed")).isEmpty();
    }
}
