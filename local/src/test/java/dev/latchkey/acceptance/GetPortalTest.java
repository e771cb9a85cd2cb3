package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GetPortalTest {

    private static final String BRANDED = """
            {"branding":{"accentColor":"#0A5c7f","website":"https://www.acme.example/?a=b","supportEmail":"Help@acme.example",
             "supportPhone":"+44 (20) 7946-0123"},"locale":"de-CH"}
            """;
    private static final String PLAIN =
            "{\"accentColor\":null,\"logo\":null,\"website\":null,\"support\":{\"email\":null,\"phone\":null}}";

    private final World world = World.get();
    private final TestFirm firm = world.firm("Müller & Söhne", "BUSINESS");

    @Test
    void aPageLearnsWhosePortalItIs_beforeAnybodySignsIn_andMayKeepThatForAMinute() {
        Answer portal = portal(firm);
        assertThat(portal.status()).isEqualTo(200);
        assertThat(portal.header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(portal.text())
                .isEqualTo("{\"firm\":{\"id\":\"" + firm.id() + "\",\"name\":\"Müller & Söhne\"},"
                        + "\"signIn\":{\"link\":true,\"password\":true,\"passkey\":false},\"branding\":" + PLAIN
                        + ",\"locale\":\"en\"}");
    }

    @Test
    void aFirmThatIsUnknown_isNotFound_andNobodyKeepsThat() {
        for (String id : new String[] {"unheard-of", "a%20b", "x".repeat(65)}) {
            Answer answer = portal(new TestFirm(world, id));
            assertThat(answer.code()).isEqualTo("not-found");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void linkOnlyMode_isTold_andThatASecondFactorIsDemanded_isNot() {
        String before = portal(firm).text();
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        assertThat(portal(firm).text()).isEqualTo(before);
        firm.accessMode("MAGIC_LINK_ONLY");
        assertThat(portal(firm).text()).isEqualTo(before.replace("\"password\":true", "\"password\":false"));
    }

    @Test
    void whatTheDirectorySaysOfLooksAndLanguage_isShown_andGoesWithAnEventThatSaysNothingOfIt() throws Exception {
        take(2, BRANDED);
        Answer portal = portal(firm);
        assertThat(portal.body().path("branding").toString())
                .isEqualTo("{\"accentColor\":\"#0A5c7f\",\"logo\":null,\"website\":\"https://www.acme.example/?a=b\","
                        + "\"support\":{\"email\":\"Help@acme.example\",\"phone\":\"+44 (20) 7946-0123\"}}");
        assertThat(portal.text("/locale")).isEqualTo("de-CH");
        take(1, "{}");
        assertThat(portal(firm).text()).as("an older version").isEqualTo(portal.text());
        take(3, "{}");
        assertThat(portal(firm).body().path("branding")).hasToString(PLAIN);
        assertThat(portal(firm).text("/locale")).isEqualTo("en");
    }

    @Test
    void looksAreTakenIn_andTakenAway_alsoWhereNameAndPlanCannotBeRead() throws Exception {
        take(2, BRANDED.replace("{\"branding\"", "{\"name\":7,\"plan\":\"FREE\",\"branding\""));
        assertThat(portal(firm).text("/branding/accentColor")).isEqualTo("#0A5c7f");
        assertThat(portal(firm).text("/firm/name")).isEqualTo("Müller & Söhne");
        take(3, "{\"name\":7}");
        assertThat(portal(firm).body().path("branding")).hasToString(PLAIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "accentColor  | \"#0a5c7\"                            | /branding/accentColor",
                "accentColor  | \"red\"                               | /branding/accentColor",
                "accentColor  | \"#0a5c7f;x\"                         | /branding/accentColor",
                "accentColor  | 7                                     | /branding/accentColor",
                "website      | \"http://www.acme.example\"           | /branding/website",
                "website      | \"javascript:alert(1)\"               | /branding/website",
                "website      | \"https://me@www.acme.example\"       | /branding/website",
                "website      | \"https:///nowhere\"                  | /branding/website",
                "website      | \"https://www.acme.example/\\\"><b>\" | /branding/website",
                "website      | \"https://müller.example\"            | /branding/website",
                "website      | LONG                                  | /branding/website",
                "supportEmail | \"help\"                              | /branding/support/email",
                "supportEmail | \"Help <help@acme.example>\"          | /branding/support/email",
                "supportPhone | \"call us\"                           | /branding/support/phone",
                "supportPhone | \"()-/\"                              | /branding/support/phone",
                "supportPhone | \"+44 20 7946 0123 0123 0123 0123 0123 0123\" | /branding/support/phone",
                "locale       | \"en_GB\"                             | /locale",
                "locale       | \"\"                                  | /locale",
                "locale       | [\"en\"]                              | /locale"
            })
    void whatCannotBeRead_countsAsAbsent_isLogged_andLeavesTheRest(String field, String value, String shown)
            throws Exception {
        take(2, BRANDED);
        ObjectNode detail = (ObjectNode) Api.JSON.readTree(BRANDED);
        ObjectNode holder = field.equals("locale") ? detail : (ObjectNode) detail.path("branding");
        String given = value.replace("LONG", "\"https://" + "a".repeat(293) + "\"");
        holder.set(field, Api.JSON.readTree(given));
        String logged = logged(3, detail.toString());
        Answer portal = portal(firm);
        assertThat(portal.body().at(shown).asText("en")).as(portal.text()).isIn("null", "en");
        assertThat(portal.text().split("null", -1)).hasSize(field.equals("locale") ? 2 : 3);
        assertThat(logged).contains("\"faults\":[\"" + (field.equals("locale") ? "" : "branding.") + field + " is ");
    }

    @Test
    void brandingThatIsNoObject_countsAsAbsent_andNullIsNoFault() throws Exception {
        take(2, BRANDED);
        assertThat(logged(3, "{\"branding\":[],\"locale\":\"fr\"}")).contains("\"faults\":[\"branding is no object\"]");
        assertThat(portal(firm).body().path("branding")).hasToString(PLAIN);
        assertThat(portal(firm).text("/locale")).isEqualTo("fr");
        String nothing = "{\"branding\":{\"website\":null},\"locale\":null}";
        assertThat(logged(4, nothing)).contains("directory_event_taken").doesNotContain("faults");
    }

    @Test
    void settings_areLeftAlone_byWhatComesOfLooks() throws Exception {
        firm.accessMode("MAGIC_LINK_ONLY");
        take(2, BRANDED);
        assertThat(portal(firm).body().at("/signIn/password").asBoolean(true)).isFalse();
        assertThat(portal(firm).text("/branding/accentColor")).isEqualTo("#0A5c7f");
    }

    private Answer portal(TestFirm of) {
        return world.api().get("/v1/firms/" + of.id() + "/portal");
    }

    /** What is logged meanwhile by this class's server. */
    private String logged(int version, String more) throws Exception {
        int before = world.logs().length();
        take(version, more);
        return world.logs().since(before);
    }

    private void take(int version, String more) throws Exception {
        ObjectNode detail = Api.JSON.createObjectNode();
        detail.put("name", "Müller & Söhne").put("plan", "BUSINESS");
        detail.setAll((ObjectNode) Api.JSON.readTree(more));
        Map<String, Object> ours = Map.of("firmId", firm.id(), "version", version);
        detail.setAll((ObjectNode) Api.JSON.valueToTree(ours));
        assertThat(world.tryEvent("firm.upserted", detail).status()).isEqualTo(200);
    }
}
