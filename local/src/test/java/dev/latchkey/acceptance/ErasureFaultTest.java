package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.functions.directory.EraseFunction;
import dev.latchkey.local.lambda.FunctionFailure;
import dev.latchkey.local.lambda.LocalFunction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What happens while an erasure is under way: it breaks off, or somebody else writes in the middle. */
class ErasureFaultTest {

    private static final Set<String> WRITES = Set.of("TransactWriteItems", "PutItem", "UpdateItem", "DeleteItem");
    private static final int MUCH = 120;
    private static final int ENDLESS = 1_000_000;
    private static final int VISIBILITY_TIMEOUT = 180;

    private final World world = World.impatient();
    private final Tap tap = new Tap(world.aws());
    private final LocalFunction erasing = new LocalFunction(
            "EraseFunction", new EraseFunction(world.instance("EraseFunction", tap.uri())), Duration.ofSeconds(60));

    @AfterEach
    void close() {
        tap.close();
    }

    @Test
    void brokenOffBeforeAnyOfItsWrites_orAfterTheLast_anErasureIsFinishedByTheNextTry() throws Exception {
        List<Integer> writes = writesOf(client());
        assertThat(writes).hasSizeGreaterThan(4);
        for (int write : writes) {
            isFinishedByTheNextTry(write, "before");
        }
        isFinishedByTheNextTry(writes.getLast(), "after");
    }

    private void isFinishedByTheNextTry(int write, String when) {
        Erasing client = client();
        Set<String> known = client.known();
        breakOff(client, write, when);
        assertThat(client.erase(9).status()).isEqualTo(200);
        assertThat(Erasing.found(world, known)).as("broken off at %s", write).isEmpty();
        assertThat(AuditRows.types(world, client.firm()))
                .filteredOn("contact.erased"::equals)
                .hasSize(1);
    }

    @Test
    void accessEndsWithTheFirstWrite_whateverBecomesOfTheOthers() throws Exception {
        int second = writesOf(client()).get(1);
        Erasing client = client();
        Answer session = new Portal(client.firm()).logIn(client.email(), Portal.PASSWORD);
        assertThat(client.firm().me(session).status()).isEqualTo(200);
        breakOff(client, second, "before");
        assertThat(client.firm().me(session).code()).isEqualTo("invalid-token");
        assertThat(new Portal(client.firm())
                        .logIn(client.email(), Portal.PASSWORD)
                        .code())
                .isEqualTo("invalid-credentials");
    }

    @Test
    void aContactThatTakesTheAddressOnBeforeItsAccountIsDeleted_keepsIt() throws Exception {
        int second = writesOf(client()).get(1);
        Erasing client = client();
        tap.before(second, () -> client.firm().contact("c2", 1, client.email()));
        erase(client);
        assertThat(new Portal(client.firm())
                        .logIn(client.email(), Portal.PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ofMoreThanATransactionTakes_nothingIsLeft_thoughItBrokeOffInBetween() throws Exception {
        Erasing client = client().hadMail(MUCH);
        Set<String> known = client.known();
        int third = writesOf(client().hadMail(MUCH)).get(2);
        breakOff(client, third, "before");
        assertThat(new Portal(client.firm())
                        .logIn(client.email(), Portal.PASSWORD)
                        .code())
                .isEqualTo("invalid-credentials");
        assertThat(client.erase(9).status()).isEqualTo(200);
        assertThat(Erasing.found(world, known)).isEmpty();
        assertThat(TableDump.items(world, "begins_with(pk, :part)", "~message#m1-" + client.addressKey()))
                .isEmpty();
    }

    @Test
    void aNewerWordOfTheContact_waitsUntilTheErasureIsDone() throws Exception {
        int second = writesOf(client()).get(1);
        Erasing client = client();
        breakOff(client, second, "before");
        assertThat(client.tell(10).status()).isEqualTo(202);
        assertThat(new Staff(client.firm()).access("c1").code()).isEqualTo("not-found");
        assertThat(client.erase(9).status()).isEqualTo(200);
        world.clock(VISIBILITY_TIMEOUT);
        await().untilAsserted(
                        () -> assertThat(new Staff(client.firm()).access("c1").text("/status"))
                                .isEqualTo("NO_ACCOUNT"));
    }

    /** A mail that was on its way when access ended is noted as sent when its address has nothing left. */
    @Test
    void whatAMailLeavesBehindThatWasOnItsWay_isDeletedToo() throws Exception {
        int third = writesOf(client()).get(2);
        Erasing client = client();
        Set<String> known = client.known();
        tap.before(third, () -> client.hadMail(1));
        erase(client);
        assertThat(Erasing.found(world, known)).isEmpty();
        assertThat(TableDump.items(world, "begins_with(pk, :part)", "~message#m0-" + client.addressKey()))
                .isEmpty();
    }

    /** The directory may be telling of a contact just when its firm is deleted. */
    @Test
    void aContactThatComesBackWhileItsFirmIsDeleted_goesWithIt() throws Exception {
        String contact = "#contact#c1";
        int beforeTheEnd = writesOf(client(), this::deleteFirm).reversed().get(1);
        Erasing client = client();
        Map<String, AttributeValue> told =
                TableDump.partition(world, client.firm().id() + contact).getFirst();
        tap.before(
                beforeTheEnd,
                () -> world.table().putItem(put -> put.tableName("latchkey").item(told)));
        deleteFirm(client);
        assertThat(TableDump.partition(world, client.firm().id() + contact)).isEmpty();
    }

    @Test
    void moreAddressesThanATransactionTakes_areErasedTooOnceItBrokeOff() throws Exception {
        TestFirm firm = world.firm();
        List<String> emails = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            emails.add(TestFirm.address());
        }
        firm.contact("c1", 1, emails.toArray(String[]::new));
        new Portal(firm).account(emails.getLast());
        Erasing client = new Erasing(firm, "c1", emails.getLast(), "Client c1");
        Set<String> known = client.known();
        known.addAll(emails);
        known.remove("Client c1"); // others are called so too
        breakOff(client, writesOf(client()).get(1), "before");
        client.erase(9);
        assertThat(Erasing.found(world, known)).isEmpty();
    }

    /** With an account, a session and a link. */
    private Erasing client() {
        Erasing client = Erasing.client(world.firm(), "c1");
        client.firm().redeem(client.firm().mailed("c1", "r1").token(), TestFirm.device());
        new Portal(client.firm()).account(client.email());
        client.firm().settled();
        return client;
    }

    /** The places of its writes among its calls. */
    private List<Integer> writesOf(Erasing client) throws Exception {
        return writesOf(client, this::erase);
    }

    private List<Integer> writesOf(Erasing client, Deletion deletion) throws Exception {
        tap.before(-1, () -> {});
        deletion.of(client);
        List<String> calls = tap.passed();
        List<Integer> writes = new ArrayList<>();
        for (int call = 0; call < calls.size(); call++) {
            if (WRITES.contains(calls.get(call))) {
                writes.add(call);
            }
        }
        return writes;
    }

    private void breakOff(Erasing client, int call, String when) {
        tap.before(call, () -> world.fault("dynamodb", "*", "InternalServerError", ENDLESS, when));
        assertThatThrownBy(() -> erase(client)).isInstanceOf(FunctionFailure.class);
        world.noFaults();
    }

    private interface Deletion {

        void of(Erasing client) throws Exception;
    }

    private void erase(Erasing client) throws Exception {
        take("contact.erased", Map.of("firmId", client.firm().id(), "contactId", client.contact(), "version", 9));
    }

    private void deleteFirm(Erasing client) throws Exception {
        take("firm.deleted", Map.of("firmId", client.firm().id(), "version", 9));
    }

    private void take(String type, Map<String, ?> detail) throws Exception {
        Map<String, ?> told = Map.of("detail-type", type, "detail", detail);
        Map<String, ?> event = Map.of("Records", List.of(Map.of("messageId", "m", "body", Api.write(told))));
        erasing.invoke(Api.write(event).getBytes(StandardCharsets.UTF_8));
    }
}
