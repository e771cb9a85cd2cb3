package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.contact.Address;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An address on many more contacts than its own item lists, such as a bookkeeper's: it costs what it touches. */
@Order(2)
class SharedAddressTest {

    private static final int MANY = 130;
    private static final String LONG_NAME = "株".repeat(102);
    private static final Map<String, Integer> TAKEN_ON = Map.of("BatchGetItem", 2, "TransactWriteItems", 1);

    private final World world = World.get();
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm();
    private final Portal portal = new Portal(firm);
    private final Staff staff = new Staff(firm);
    private final SharedAddress address = new SharedAddress(firm, email);

    @BeforeEach
    void aBookkeeperComesToManyClients() {
        IntStream.range(0, MANY).forEach(number -> firm.contact(id(number), 1, email));
    }

    @Test
    void itsOwnerReachesAll_byPasswordAndByLink_andSeesTheirWholeNames() {
        address.tell("c001", 2, LONG_NAME, true);
        address.tell("c100", 2, "Renamed", true);
        Answer me = firm.me(portal.account(email));
        assertThat(me.body().path("contactsCount").asInt()).isEqualTo(MANY);
        assertThat(me.body().path("contacts").findValuesAsText("id")).containsExactlyInAnyOrderElementsOf(ids(0, MANY));
        assertThat(me.body().path("contacts").findValuesAsText("name"))
                .contains(LONG_NAME, "Renamed")
                .doesNotContain("Client c100");
        assertThat(portal.logIn(email, Portal.PASSWORD).status()).isEqualTo(200);
        Answer link = firm.redeem(firm.signInMail(email).token(), TestFirm.device());
        JsonNode claims = AccessTokenTest.claims(link.text("/accessToken"));
        assertThat(claims.path("contacts")).hasSize(Address.MOST_LISTED);
        assertThat(claims.path("contacts_more").asBoolean()).isTrue();
        assertThat(firm.me(link).body().path("contacts")).hasSize(MANY);
    }

    @Test
    void staffSeeTwentyOfTheOthers_andHowManyThereAre_onEachContact() {
        address.tell("c001", 2, LONG_NAME, true);
        for (String contact : List.of("c000", "c064", "c129")) {
            Answer access = staff.access(contact);
            assertThat(access.body().path("sharedWith")).hasSize(20);
            assertThat(access.body().path("sharedWith").findValuesAsText("contactId"))
                    .doesNotContain(contact);
            assertThat(access.body().path("sharedWith").findValuesAsText("name"))
                    .contains(LONG_NAME);
            assertThat(access.body().path("sharedWithCount").asInt()).isEqualTo(MANY - 1);
        }
    }

    @Test
    void takenOffOneContact_itIsOutThereAlone_whereverThatOneIsListed() {
        Answer login = portal.account(email);
        for (String contact : List.of("c003", "c090")) {
            String device = TestFirm.device();
            Mail open = firm.mailed(contact, "r1");
            Mail claimed = firm.mailed(contact, "r2");
            Answer session = firm.redeem(claimed.token(), device);
            firm.contact(contact, 2);
            assertThat(firm.inspect(open.token()).text("/state")).isEqualTo("EXPIRED");
            assertThat(firm.redeem(open.token(), device).code()).isEqualTo("link-expired");
            assertThat(firm.redeem(claimed.token(), device).code()).isEqualTo("link-expired");
            assertThat(firm.me(session).code()).isEqualTo("invalid-token");
            assertThat(firm.send(contact, "r3").code()).isEqualTo("no-address");
        }
        Mail other = firm.mailed("c091", "r1");
        assertThat(firm.redeem(other.token(), TestFirm.device()).status()).isEqualTo(200);
        assertThat(firm.me(login).body().path("contacts").findValuesAsText("id"))
                .hasSize(MANY - 2)
                .doesNotContain("c003", "c090");
        assertThat(address.contacts()).hasSize(MANY - 2).doesNotHaveDuplicates();
    }

    @Test
    void takenOffAll_itIsOut_andNothingIsLeftOfTheContacts() {
        Answer login = portal.account(email);
        Mail signIn = firm.signInMail(email);
        IntStream.range(0, MANY - 1).forEach(number -> firm.delete(id(number), 2));
        assertThat(firm.me(login).body().path("contacts").findValuesAsText("id"))
                .containsExactly("c129");
        assertThat(firm.inspect(signIn.token()).text("/state")).isEqualTo("OPEN");
        firm.delete("c129", 2);
        assertThat(firm.me(login).code()).isEqualTo("invalid-token");
        assertThat(portal.logIn(email, Portal.PASSWORD).code()).isEqualTo("invalid-credentials");
        assertThat(address.contacts()).isEmpty();
        firm.contact("c001", 3, email);
        assertThat(firm.me(login).status()).isEqualTo(200);
        assertThat(firm.redeem(signIn.token(), TestFirm.device()).code()).isEqualTo("link-expired");
    }

    @Test
    @Tag("crowd")
    void joiningAndLeavingAtOnce_isListedRight() {
        List<Answer> all = Race.of(
                40,
                number -> number % 2 == 0 ? address.tell(id(number), 2, false) : address.tell("n" + number, 1, true));
        assertThat(all).extracting(Answer::status).containsOnly(200);
        List<String> right = Stream.concat(
                        ids(0, MANY).stream().filter(id -> number(id) >= 40 || number(id) % 2 == 1),
                        IntStream.range(0, 40).filter(number -> number % 2 == 1).mapToObj(number -> "n" + number))
                .toList();
        assertThat(address.contacts()).containsExactlyInAnyOrderElementsOf(right);
        assertThat(address.stored().contactCount()).isEqualTo(right.size());
        assertThat(address.stored().contacts()).hasSize(Address.MOST_LISTED);
    }

    @Test
    void whatBecomesOfTheAccount_showsUnderEachContact_andFirstUnderTheOneThatStaffActedOn() {
        portal.account(email);
        staff.deactivate("c100", null);
        for (String contact : List.of("c000", "c064", "c100", "c129")) {
            assertThat(types(contact)).as(contact).contains("account.created", "account.deactivated");
        }
        assertThat(new Auditor(firm)
                        .list("contactId=c100&type=account.deactivated")
                        .body()
                        .path("items")
                        .path(0)
                        .path("contactIds")
                        .toString())
                .contains("c100");
        firm.contact("later", 1, email);
        assertThat(types("later")).isEmpty();
        firm.contact("c129", 2);
        staff.reactivate("c100", null);
        assertThat(types("c129")).contains("account.deactivated").doesNotContain("account.reactivated");
        assertThat(types("later")).containsExactly("account.reactivated");
    }

    @Test
    void eachOperation_costsWhatItTouches() {
        Answer login = portal.account(email);
        // Before any device is known: later the owner is mailed, which costs calls of its own
        assertThat(cost(() -> portal.logIn(email, Portal.PASSWORD)))
                .isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 2, "Sign", 1));
        Answer link = firm.redeem(firm.mailed("c100", "r1").token(), TestFirm.device());
        firm.settled();
        assertThat(cost(() -> address.tell("one-more", 1, true))).isEqualTo(TAKEN_ON);
        assertThat(cost(() -> address.tell("one-more", 2, false)))
                .isEqualTo(Map.of("BatchGetItem", 3, "TransactWriteItems", 1, "PutItem", 1));
        assertThat(cost(() -> address.tell("c003", 2, false)))
                .isEqualTo(Map.of("BatchGetItem", 3, "Query", 1, "TransactWriteItems", 1, "PutItem", 1));
        firm.me(login);
        assertThat(cost(() -> firm.me(login))).isEqualTo(Map.of("BatchGetItem", 1, "Query", 1));
        assertThat(cost(() -> firm.me(link))).isEqualTo(Map.of("BatchGetItem", 1));
        assertThat(cost(() -> staff.access("c100"))).isEqualTo(Map.of("BatchGetItem", 2));
        assertThat(cost(() -> staff.deactivate("c100", null)))
                .isEqualTo(Map.of("BatchGetItem", 2, "TransactWriteItems", 1));
        assertThat(cost(() -> staff.reactivate("c100", null)))
                .isEqualTo(Map.of("BatchGetItem", 2, "TransactWriteItems", 1));
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(SharedAddressTest::id).toList();
    }

    private static String id(int number) {
        return "c%03d".formatted(number);
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    private List<String> types(String contact) {
        return new Auditor(firm)
                .list("contactId=" + contact)
                .body()
                .path("items")
                .findValuesAsText("type");
    }

    private Map<String, Integer> cost(Supplier<Answer> call) {
        JsonNode before = world.quietCalls();
        assertThat(call.get().status()).isBetween(200, 299);
        return Costs.between(before, world.calls());
    }
}
