package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Email;
import dev.latchkey.firm.FirmId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A contact that leaves an address finds nobody to take its place, and before that is written somebody comes. */
class AddressPlaceTest {

    private final World world = World.impatient();
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm();

    @Test
    void whoeverComesInBetween_takesThePlace() throws Exception {
        IntStream.rangeClosed(1, Address.MOST_LISTED + 1).forEach(number -> tell("c" + number, 1, true));
        firm.settled();
        CompletableFuture<Answer> slow = hanging("Query", () -> tell("c1", 2, false));
        assertThat(tell("c2", 2, false).status()).isEqualTo(200);
        reached("TransactWriteItems");
        assertThat(tell("late", 1, true).status()).isEqualTo(200);
        assertThat(slow.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(address().contactCount()).isEqualTo(Address.MOST_LISTED);
        assertThat(address().contacts())
                .hasSize(Address.MOST_LISTED)
                .extracting(listed -> listed.contact().value())
                .contains("late")
                .doesNotContain("c1", "c2");
    }

    /** The call hangs once, and is asked again after the time limit of one try. */
    private CompletableFuture<Answer> hanging(String operation, Supplier<Answer> call) {
        int before = calls(operation);
        world.fault("dynamodb", operation, "HANG", 1, "before");
        CompletableFuture<Answer> slow = CompletableFuture.supplyAsync(call);
        await().until(() -> calls(operation) > before);
        return slow;
    }

    /** The next such call hangs; returns once it does. */
    private void reached(String operation) {
        int before = calls(operation);
        world.fault("dynamodb", operation, "HANG", 1, "before");
        await().until(() -> calls(operation) > before);
    }

    private int calls(String operation) {
        return world.calls().at("/dynamodb/" + operation).asInt();
    }

    private Answer tell(String contact, int version, boolean has) {
        Map<String, Object> contactNow = Map.of(
                "firmId",
                firm.id(),
                "contactId",
                contact,
                "version",
                version,
                "type",
                "PERSON",
                "name",
                "Client " + contact,
                "emails",
                has ? List.of(email) : List.of(),
                "archived",
                false);
        return world.tryEvent("contact.upserted", contactNow);
    }

    private Address address() {
        FirmId id = new FirmId(firm.id());
        return AddressItem.read(
                id, world.items().read(AddressItem.key(id, Email.parse(email).orElseThrow())));
    }
}
