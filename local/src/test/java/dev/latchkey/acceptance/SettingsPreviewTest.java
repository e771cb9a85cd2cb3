package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsPreviewTest {

    private static final String LINKS_ONLY = "MAGIC_LINK_ONLY";
    private static final String LOGIN = "MAGIC_LINK_AND_LOGIN";
    private static final String SECOND_FACTOR = "MAGIC_LINK_AND_LOGIN_2FA";

    private final World world = World.get();
    private final TestFirm firm = world.firm();
    private final Administrator administrator = new Administrator(firm);

    @Test
    void itTellsWhomAChangeWouldTouch_andMakesNone() {
        String shared = TestFirm.address();
        String enrolled = TestFirm.address();
        firm.contact("c1", 1, shared).contact("o1", 1, shared).contact("c2", 1, enrolled);
        firm.contact("c3", 1, TestFirm.address()).contact("c4", 1).contact("c5", 1, true, TestFirm.address());
        new Portal(firm).account(shared);
        new SecondFactor(firm).enrolled(enrolled);
        firm.bounced(firm.mailed("c3", "r1"));
        String before = administrator.read().text();
        assertThat(counts(SECOND_FACTOR)).isEqualTo("5 2 1 1 0 1");
        assertThat(counts(LINKS_ONLY)).isEqualTo("5 2 1 0 2 1");
        assertThat(counts(LOGIN)).isEqualTo("5 2 1 0 0 1");
        assertThat(administrator.read().text()).isEqualTo(before);
        assertThat(AuditRows.of(firm, "settings.changed")).isEmpty();
        firm.accessMode(LINKS_ONLY);
        assertThat(counts(LINKS_ONLY)).isEqualTo("5 2 1 0 0 1");
    }

    @Test
    void itIsRefusedWhereTheChangeWouldBe() {
        TestFirm team = world.firm("Previewed & Co", "TEAM");
        Administrator there = new Administrator(team);
        Answer gated = there.preview(Map.of("accessMode", SECOND_FACTOR));
        assertThat(gated.code()).isEqualTo("plan-does-not-allow");
        Instant from = Instant.now().plus(Duration.ofDays(1));
        assertThat(there.preview(Map.of("accessMode", SECOND_FACTOR, "effectiveFrom", from.toString()))
                        .code())
                .isEqualTo("plan-does-not-allow");
        assertThat(there.preview("{\"accessMode\":2}").status()).isEqualTo(400);
        assertThat(there.preview("{\"accessMode\":\"MAGIC_LINK_AND_LOGIN_2FA\",\"plan\":\"ENTERPRISE\"}")
                        .status())
                .isEqualTo(400);
        Instant tooFar = Instant.now().plus(Duration.ofDays(91));
        Answer far = administrator.preview(Map.of("accessMode", LINKS_ONLY, "effectiveFrom", tooFar.toString()));
        assertThat(far.text("/errors/0/field")).isEqualTo("effectiveFrom");
    }

    @Test
    void aVersionNeedNotBeGiven_andIsHeldToWhereItIs() {
        assertThat(administrator
                        .preview(Map.of("accessMode", LINKS_ONLY), "If-Match", "\"0\"")
                        .status())
                .isEqualTo(200);
        Answer stale = administrator.preview(Map.of("accessMode", LINKS_ONLY), "If-Match", "\"7\"");
        assertThat(stale.code()).isEqualTo("version-mismatch");
    }

    @Test
    void onlyAdministratorsOfTheFirmSeeIt() {
        String path = administrator.path() + "/preview";
        for (String role : new String[] {"portal:read", "portal:support"}) {
            Answer refused =
                    world.api().post(path, Map.of("accessMode", LINKS_ONLY), "Authorization", firm.staff(role));
            assertThat(refused.code()).isEqualTo("forbidden");
        }
        String stranger = world.firm().staff("portal:admin");
        assertThat(world.api()
                        .post(path, Map.of("accessMode", LINKS_ONLY), "Authorization", stranger)
                        .code())
                .isEqualTo("not-found");
    }

    private String counts(String mode) {
        Answer preview = administrator.preview(Map.of("accessMode", mode));
        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        JsonNode body = preview.body();
        return String.join(
                " ",
                body.path("contacts").asText(),
                body.path("accounts").asText(),
                body.path("enrolled").asText(),
                body.path("wouldHaveToEnrol").asText(),
                body.path("wouldLoseLogin").asText(),
                body.path("undeliverable").asText());
    }
}
