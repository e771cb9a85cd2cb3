package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Email;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an event takes away is taken away, whatever else in it can't be read; and staff see what couldn't. */
class DirectoryFaultsTest {

    private final World world = World.get();
    private final TestFirm firm = world.firm();
    private final Portal portal = new Portal(firm);
    private final Staff staff = new Staff(firm);
    private final String old = TestFirm.address();
    private final String kept = TestFirm.address();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "emails | [\"KEPT\",\"a@x.example; b@x.example\"] | emails[1]",
                "emails | [\"j\u00f6rg@m\u00fcller.example\",\"KEPT\"] | emails[0]",
                "emails | [\"KEPT\",\"\",\"n/a\"] | emails[1] emails[2]",
                "emails | [\"KEPT\",7,null,{}] | emails[1] emails[2] emails[3]",
                "type | \"TRUST\" | type",
                "type | 0 | type",
                "name | 7 | name",
                "name | \"LONG\" | name",
                "archived | \"no\" | archived"
            })
    void anAddressThatLeaves_isOutAtOnce_whateverStandsBesideIt(String field, String value, String faults)
            throws Exception {
        firm.contact("c1", 1, old, kept);
        WaysIn before = new WaysIn(old);
        ObjectNode detail = detail(2, List.of(kept));
        detail.set(field, Api.JSON.readTree(value.replace("KEPT", kept).replace("LONG", "n".repeat(501))));
        assertThat(world.tryEvent("contact.upserted", detail).status()).isEqualTo(200);
        before.areClosed();
        assertThat(portal.account(kept).status()).isEqualTo(201);
        assertThat(faults()).containsExactly(faults.split(" ", -1));
        firm.contact("c1", 3, kept);
        assertThat(faults()).isEmpty();
    }

    @Test
    void anAddressThatLeaves_isOut_alsoWhereMoreComeThanAContactMayHave() {
        firm.contact("c1", 1, old);
        WaysIn before = new WaysIn(old);
        List<String> many =
                IntStream.rangeClosed(1, 41).mapToObj(i -> "m" + i + kept).toList();
        assertThat(world.tryEvent("contact.upserted", detail(2, many)).status()).isEqualTo(200);
        before.areClosed();
        assertThat(faults()).containsExactly("emails");
        assertThat(staff.access("c1").body().path("accounts")).hasSize(40);
    }

    @Test
    void veryManyFaults_areStillNoReasonToKeepAnAddress() {
        firm.contact("c1", 1, old);
        WaysIn before = new WaysIn(old);
        List<String> broken = IntStream.range(0, 5_000).mapToObj(i -> "n/a").toList();
        assertThat(world.tryEvent("contact.upserted", detail(2, broken).put("archived", "no"))
                        .status())
                .isEqualTo(200);
        before.areClosed();
        assertThat(faults()).hasSize(31).startsWith("emails[0]", "emails[1]").endsWith("archived");
    }

    /** What comes in can't be taken on, and what goes out goes all the same, whatever older thing is still on its way. */
    @Test
    void anAddressThatLeaves_isOut_alsoWhereAnotherCannotBeTakenOn() {
        firm.contact("c1", 1, old);
        WaysIn before = new WaysIn(old);
        String full = TestFirm.address();
        Key key = AddressItem.key(new FirmId(firm.id()), Email.parse(full).orElseThrow());
        TableHand.set(world, key, "filler", AttributeValue.fromS("x".repeat(409_500)));
        assertThat(world.tryEvent("contact.upserted", detail(3, List.of(full))).status())
                .isEqualTo(422);
        before.areClosed();
        assertThat(world.tryEvent("contact.upserted", detail(2, List.of(old))).status())
                .isEqualTo(200);
        before.areClosed();
    }

    @Test
    void whatNobodyNeeds_isNoReasonToKeepAnAddress() throws Exception {
        firm.contact("c1", 1, old);
        WaysIn before = new WaysIn(old);
        String odd =
                "{\"name\":\"Twice\",\"ref\":" + "1".repeat(41) + ",\"deep\":" + "[".repeat(60) + "]".repeat(60) + ",";
        String told = "{\"detail-type\":\"contact.upserted\",\"detail\":"
                + detail(2, List.of(kept)).toString().replaceFirst("\\{", odd) + "}";
        Map<String, ?> event = Map.of("Records", List.of(Map.of("messageId", "m", "body", told)));
        world.function("DirectorySyncFunction").invoke(Api.write(event).getBytes(StandardCharsets.UTF_8));
        before.areClosed();
        assertThat(faults()).isEmpty();
    }

    @Test
    void archivingWithAnUnknownType_archives() {
        firm.contact("c1", 1, old);
        WaysIn before = new WaysIn(old);
        ObjectNode detail = detail(2, List.of(old)).put("type", "TRUST").put("archived", true);
        assertThat(world.tryEvent("contact.upserted", detail).status()).isEqualTo(200);
        before.areClosed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a@example.com\"", "null", "{}", "7"})
    void aListThatIsNone_takesNoAddressAway_andIsShown(String emails) throws Exception {
        firm.contact("c1", 1, old);
        Answer session = portal.account(old);
        ObjectNode detail = detail(2, List.of());
        detail.set("emails", Api.JSON.readTree(emails));
        assertThat(world.tryEvent("contact.upserted", detail).status()).isEqualTo(200);
        assertThat(firm.me(session).status()).isEqualTo(200);
        assertThat(faults()).containsExactly("emails");
    }

    @Test
    void aContactOutOfUse_staysSo_whereNobodyCanReadWhetherItIs() {
        firm.contact("c1", 1, true, old);
        ObjectNode detail = detail(2, List.of(old)).put("archived", "no");
        assertThat(world.tryEvent("contact.upserted", detail).status()).isEqualTo(200);
        assertThat(firm.send("c1", "r1").code()).isEqualTo("not-found");
    }

    @Test
    void namesLoseWhatNobodyCanSee_whenTheyAreTakenIn() {
        ObjectNode detail = detail(1, List.of(old)).put("name", "\u0000Nul and\u0007 bell\u0085of \u200Dall");
        assertThat(world.tryEvent("contact.upserted", detail).status()).isEqualTo(200);
        assertThat(staff.access("c1").text("/name")).isEqualTo("Nul and bell of \u200Dall");
        assertThat(faults()).isEmpty();
    }

    @Test
    void aFirmWhosePlanCannotBeRead_keepsItsOwn_andANewOneHasTheSmallest() {
        Map<String, Object> unknown = Map.of("firmId", firm.id(), "version", 2, "name", "Next", "plan", "FREE");
        assertThat(world.tryEvent("firm.upserted", unknown).status()).isEqualTo(200);
        firm.contact("c1", 1, old);
        assertThat(firm.inspect(firm.mailed("c1", "r1").token()).text("/firm/name"))
                .isEqualTo("Next");
        assertThat(new Administrator(firm).read().text("/plan")).isEqualTo("BUSINESS");
        TestFirm fresh = new TestFirm(world, "f" + old.substring(1, 9));
        assertThat(world.tryEvent("firm.upserted", Map.of("firmId", fresh.id(), "version", 1))
                        .status())
                .isEqualTo(200);
        assertThat(new Administrator(fresh).read().text("/plan")).isEqualTo("TEAM");
        world.event("firm.upserted", Map.of("firmId", fresh.id(), "version", 2, "name", "F", "plan", "BUSINESS"));
        assertThat(world.tryEvent("firm.upserted", Map.of("firmId", fresh.id(), "version", 1))
                        .status())
                .isEqualTo(200);
        assertThat(new Administrator(fresh).read().text("/plan")).isEqualTo("BUSINESS");
    }

    private List<String> faults() {
        return staff.access("c1").body().path("directoryFaults").findValuesAsText("field");
    }

    private ObjectNode detail(int version, List<String> emails) {
        return Api.JSON
                .createObjectNode()
                .put("firmId", firm.id())
                .put("contactId", "c1")
                .put("version", version)
                .put("type", "PERSON")
                .put("name", "Pat")
                .put("archived", false)
                .set("emails", Api.JSON.valueToTree(emails));
    }

    /** All that lets the owner of an address in: a login, a link that was opened and one that was not. */
    private final class WaysIn {

        private final String address;
        private final String unopened;
        private final Answer opened;
        private final Answer login;

        WaysIn(String address) {
            this.address = address;
            opened = firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());
            unopened = firm.mailed("c1", "r2").token();
            login = portal.account(address);
            assertThat(firm.me(opened).status()).isEqualTo(200);
            assertThat(firm.me(login).status()).isEqualTo(200);
        }

        void areClosed() {
            assertThat(firm.me(opened).code()).isEqualTo("invalid-token");
            assertThat(firm.me(login).code()).isEqualTo("invalid-token");
            assertThat(firm.redeem(unopened, TestFirm.device()).code()).isEqualTo("link-expired");
            assertThat(portal.logIn(address, Portal.PASSWORD).code()).isEqualTo("invalid-credentials");
            int before = world.mailbox(address).size();
            firm.ask(address);
            firm.settled();
            assertThat(world.mailbox(address)).hasSize(before);
        }
    }
}
