package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.Address;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

/** Contacts come to an address, and leave it, at once, where its own item is full: each is listed once, in the right place. */
@Order(2)
class AddressLimitTest {

    private static final int MOVING = 5;
    private static final int STAYING = Address.MOST_LISTED - MOVING;

    private final World world = World.get();
    private final SharedAddress address = new SharedAddress(world.firm(), TestFirm.address());

    @BeforeEach
    void anAddressIsOnAsManyContactsAsItsItemLists() {
        IntStream.range(0, STAYING + MOVING)
                .forEach(number ->
                        assertThat(address.tell(id(number), 1, true).status()).isEqualTo(200));
        assertThat(address.stored().contacts()).hasSize(Address.MOST_LISTED);
    }

    @RepeatedTest(4)
    @Tag("crowd")
    void fiveLeaveWhileFiveOthersCome_andTheOtherWayRound() {
        for (int version = 2; version < 6; version++) {
            boolean back = version % 2 == 1;
            int now = version;
            List<Answer> all =
                    Race.of(2 * MOVING, runner -> address.tell(id(STAYING + runner), now, runner < MOVING == back));
            assertThat(all).extracting(Answer::status).containsOnly(200);
            int first = back ? STAYING : STAYING + MOVING;
            assertThat(address.contacts())
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.concat(IntStream.range(0, STAYING), IntStream.range(first, first + MOVING))
                                    .mapToObj(AddressLimitTest::id)
                                    .toList());
            assertThat(address.stored().contactCount()).isEqualTo(Address.MOST_LISTED);
            assertThat(address.stored().contacts()).hasSize(Address.MOST_LISTED);
        }
    }

    @RepeatedTest(2)
    @Tag("crowd")
    void theyComeOneByOneAtOnce_andNoPlaceIsTakenTwice() {
        IntStream.range(STAYING, STAYING + MOVING).forEach(number -> address.tell(id(number), 2, false));
        List<Answer> all = Race.of(2 * MOVING, runner -> address.tell(id(STAYING + runner), 3, true));
        assertThat(all).extracting(Answer::status).containsOnly(200);
        assertThat(address.contacts()).hasSize(STAYING + 2 * MOVING).doesNotHaveDuplicates();
        assertThat(address.stored().contactCount()).isEqualTo(STAYING + 2 * MOVING);
        assertThat(address.stored().contacts()).hasSize(Address.MOST_LISTED);
    }

    private static String id(int number) {
        return "c%03d".formatted(number);
    }
}
