package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.Address;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A contact that leaves an address finds nobody to take its place, and before that is written somebody comes. */
class AddressPlaceTest {

    private final World world = World.impatient();
    private final SharedAddress address = new SharedAddress(world.firm(), TestFirm.address());
    private final Hanging hanging = new Hanging(world);

    @Test
    void whoeverComesInBetween_takesThePlace() throws Exception {
        IntStream.rangeClosed(1, Address.MOST_LISTED + 1).forEach(number -> address.tell("c" + number, 1, true));
        CompletableFuture<Answer> slow = hanging.during("dynamodb", "Query", () -> address.tell("c1", 2, false));
        assertThat(address.tell("c2", 2, false).status()).isEqualTo(200);
        hanging.next("dynamodb", "TransactWriteItems");
        assertThat(address.tell("late", 1, true).status()).isEqualTo(200);
        assertThat(slow.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(address.stored().contactCount()).isEqualTo(Address.MOST_LISTED);
        assertThat(address.stored().contacts())
                .hasSize(Address.MOST_LISTED)
                .extracting(listed -> listed.contact().value())
                .contains("late")
                .doesNotContain("c1", "c2");
    }
}
