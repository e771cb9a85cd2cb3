package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.ContactSummary;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.FurtherContacts;
import dev.latchkey.firm.FirmId;
import java.util.List;
import java.util.Map;
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
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm();

    @BeforeEach
    void anAddressIsOnAsManyContactsAsItsItemLists() {
        IntStream.range(0, STAYING + MOVING)
                .forEach(number -> assertThat(told(number, 1, true)).isEqualTo(200));
        assertThat(address().contacts()).hasSize(Address.MOST_LISTED);
    }

    @RepeatedTest(4)
    @Tag("crowd")
    void fiveLeaveWhileFiveOthersCome_andTheOtherWayRound() {
        for (int version = 2; version < 6; version++) {
            boolean back = version % 2 == 1;
            int now = version;
            List<Answer> all = Race.of(2 * MOVING, runner -> tell(STAYING + runner, now, runner < MOVING == back));
            assertThat(all).extracting(Answer::status).containsOnly(200);
            int first = back ? STAYING : STAYING + MOVING;
            assertThat(listed())
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.concat(IntStream.range(0, STAYING), IntStream.range(first, first + MOVING))
                                    .mapToObj(AddressLimitTest::id)
                                    .toList());
            assertThat(address().contactCount()).isEqualTo(Address.MOST_LISTED);
            assertThat(address().contacts()).hasSize(Address.MOST_LISTED);
        }
    }

    @RepeatedTest(2)
    @Tag("crowd")
    void theyComeOneByOneAtOnce_andNoPlaceIsTakenTwice() {
        IntStream.range(STAYING, STAYING + MOVING).forEach(number -> told(number, 2, false));
        List<Answer> all = Race.of(2 * MOVING, runner -> tell(STAYING + runner, 3, true));
        assertThat(all).extracting(Answer::status).containsOnly(200);
        assertThat(listed()).hasSize(STAYING + 2 * MOVING).doesNotHaveDuplicates();
        assertThat(address().contactCount()).isEqualTo(STAYING + 2 * MOVING);
        assertThat(address().contacts()).hasSize(Address.MOST_LISTED);
    }

    private int told(int number, int version, boolean has) {
        return tell(number, version, has).status();
    }

    private Answer tell(int number, int version, boolean has) {
        Map<String, Object> contactNow = Map.of(
                "firmId",
                firm.id(),
                "contactId",
                id(number),
                "version",
                version,
                "type",
                "PERSON",
                "name",
                "Client " + number,
                "emails",
                has ? List.of(email) : List.of(),
                "archived",
                false);
        return world.tryEvent("contact.upserted", contactNow);
    }

    private static String id(int number) {
        return "c%03d".formatted(number);
    }

    private Address address() {
        FirmId id = new FirmId(firm.id());
        return AddressItem.read(
                id, world.items().read(AddressItem.key(id, Email.parse(email).orElseThrow())));
    }

    private List<String> listed() {
        return new FurtherContacts(world.items())
                .all(address(), 100).stream()
                        .map(ContactSummary::contact)
                        .map(contact -> contact.value())
                        .toList();
    }
}
