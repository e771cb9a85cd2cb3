package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A deleted firm leaves a tombstone and one event, and other firms are none the wiser. */
class FirmDeletionTest {

    private static final int MANY = 60;
    private static final int ENDLESS = 1_000_000;
    private static final int VISIBILITY_TIMEOUT = 180;

    private final World world = World.get();
    private final String name = "Gone & " + TestFirm.device();
    private final TestFirm firm = world.firm(name, "BUSINESS");
    private final Erasing client = Erasing.client(firm, "c1");
    private final Erasing other = Erasing.client(firm, "c2");

    @Test
    void nothingOfTheFirm_isInTheTable_butThatItIsGone() {
        client.lives();
        other.lives();
        firm.ask("stranger." + client.email());
        Set<String> known = new TreeSet<>(client.known());
        known.addAll(other.known());
        known.add(name);
        assertThat(delete(9).status()).isEqualTo(200);
        assertThat(Erasing.found(world, known)).isEmpty();
        assertThat(rows()).containsExactlyInAnyOrder("firm firm", "audit firm.deleted");
        assertThat(new Administrator(firm).read().code()).isEqualTo("not-found");
        assertThat(new Portal(firm).logIn(client.email(), Portal.PASSWORD).status())
                .isIn(401, 404);
    }

    @Test
    void otherFirms_alsoOneWhoseIdBeginsAlike_keepWhatTheyHave() {
        TestFirm alike = new TestFirm(world, firm.id() + "2");
        world.event("firm.upserted", Map.of("firmId", alike.id(), "version", 1, "name", "Alike", "plan", "TEAM"));
        alike.contact("c1", 1, client.email());
        new Portal(alike).account(client.email());
        String before = alike.table();
        delete(9);
        assertThat(alike.table()).isEqualTo(before);
    }

    @Test
    void repeats_olderWords_andEventsOfItsContacts_bringNothingBack() {
        delete(9);
        String after = firm.table();
        assertThat(delete(9).status()).isEqualTo(200);
        assertThat(delete(8).status()).isEqualTo(200);
        assertThat(upsert(7).status()).isEqualTo(200);
        client.told(50);
        firm.delete("c2", 50);
        assertThat(firm.table()).isEqualTo(after);
    }

    @Test
    void aNewerWord_beginsAnotherFirm_whoseContactsBeginWithAnyVersion() {
        firm.accessMode("MAGIC_LINK_ONLY");
        delete(9);
        upsert(10);
        client.told(1);
        assertThat(new Administrator(firm).read().text("/accessMode")).isEqualTo("MAGIC_LINK_AND_LOGIN");
        assertThat(new Portal(firm).account(client.email()).status()).isEqualTo(201);
    }

    @Test
    void aNewerWord_waitsUntilNothingOfTheFirmIsLeft() {
        world.fault("dynamodb", "TransactWriteItems", "InternalServerError", ENDLESS, "before");
        assertThat(delete(9).status()).isEqualTo(202);
        world.noFaults();
        assertThat(new Administrator(firm).read().code()).isEqualTo("not-found");
        assertThat(upsert(10).status()).isEqualTo(202);
        assertThat(delete(9).status()).isEqualTo(200);
        world.clock(VISIBILITY_TIMEOUT);
        await().untilAsserted(() ->
                assertThat(new Administrator(firm).read().status()).isEqualTo(200));
        assertThat(new Staff(firm).access("c1").code()).isEqualTo("not-found");
    }

    @Test
    void aFirmThatNothingIsKnownOf_canBeDeletedToo() {
        TestFirm unknown = new TestFirm(world, firm.id() + "0");
        world.event("firm.deleted", Map.of("firmId", unknown.id(), "version", 3));
        world.event("firm.upserted", Map.of("firmId", unknown.id(), "version", 2, "name", "N", "plan", "TEAM"));
        assertThat(new Administrator(unknown).read().code()).isEqualTo("not-found");
    }

    @Test
    void manyContacts_goManyAtOnce_andOneThatBrokeOffGoesOn() {
        for (int number = 0; number < MANY; number++) {
            firm.contact("m" + number, 1, TestFirm.address());
        }
        world.fault("dynamodb", "TransactWriteItems", "InternalServerError", 12, "after");
        assertThat(delete(9).status()).isIn(200, 202);
        world.noFaults();
        int before = world.quietCalls().at("/dynamodb/TransactWriteItems").asInt();
        assertThat(delete(9).status()).isEqualTo(200);
        int commits = world.calls().at("/dynamodb/TransactWriteItems").asInt() - before;
        assertThat(commits).as("transactions").isLessThan(MANY / 4);
        assertThat(rows()).containsExactlyInAnyOrder("firm firm", "audit firm.deleted");
    }

    private Answer delete(int version) {
        return world.tryEvent("firm.deleted", Map.of("firmId", firm.id(), "version", version));
    }

    private Answer upsert(int version) {
        return world.tryEvent(
                "firm.upserted", Map.of("firmId", firm.id(), "version", version, "name", "Again", "plan", "TEAM"));
    }

    /** What stands there, but for counts that are kept by where a request came from, and what strangers asked for. */
    private List<String> rows() {
        return TableDump.items(world, "begins_with(pk, :part)", firm.id() + "#").stream()
                .filter(item -> !item.containsKey("ttl") || !isLeftToItsTime(text(item, "pk")))
                .map(item -> text(item, "pk").split("#", 3)[1] + " "
                        + (item.containsKey("type") ? text(item, "type") : text(item, "sk")))
                .toList();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name)).s();
    }

    private boolean isLeftToItsTime(String partition) {
        boolean ofTheirs = partition.contains(client.addressKey()) || partition.contains(other.addressKey());
        return !ofTheirs && (partition.contains("#source#") || partition.contains("#address#"));
    }
}
