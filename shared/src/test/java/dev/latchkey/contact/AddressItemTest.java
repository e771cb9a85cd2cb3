package dev.latchkey.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressItemTest {

    private static final int LARGEST_ITEM = 400 * 1024;
    private static final int MANY_CONTACTS = 1_000;
    private static final int LONGEST_TOLD_NAME = 500;
    private static final int LARGEST_NUMBER = 21;
    private static final FirmId FIRM = new FirmId("f".repeat(64));
    private static final Email EMAIL = Email.parse(
                    ("a".repeat(64) + "@" + "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(61)))
            .orElseThrow();
    private static final Randomness RANDOMNESS = new Randomness();

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "漢", "😀", "👩‍👩‍👧‍👦"})
    void aThousandContacts_fitIntoAnAddress_howeverTheirNamesAreSpelled(String letter) {
        Map<String, Object> joined =
                joined(letter.repeat(LONGEST_TOLD_NAME)).changes().set();
        long ofAll = 0;
        long ofOneContact = 0;
        for (Map.Entry<String, Object> attribute : joined.entrySet()) {
            long size = bytes(attribute.getKey()) + bytes((String) attribute.getValue());
            if (attribute.getKey().startsWith("on:")) {
                ofOneContact += size;
            } else {
                ofAll += size;
            }
        }
        Key key = AddressItem.key(FIRM, EMAIL);
        ofAll += bytes("pk" + key.pk()) + bytes("sk" + key.sk());
        ofAll += bytes("undeliverableSince") + bytes("clearedAt") + 2 * LARGEST_NUMBER;
        assertThat(ofAll + MANY_CONTACTS * ofOneContact).isLessThanOrEqualTo(LARGEST_ITEM);
    }

    @Test
    void aNameThatIsTooLong_isCutBetweenTwoCharacters_andAnyOtherIsKept() {
        assertThat(listed("x" + "😀".repeat(100))).isEqualTo("x" + "😀".repeat(63));
        assertThat(listed("x".repeat(256))).isEqualTo("x".repeat(256));
        assertThat(listed("A. Ltd. ä漢")).isEqualTo("A. Ltd. ä漢");
        assertThat(listed("")).isEmpty();
    }

    private static String listed(String name) {
        Item item = joined(name).changes().set().entrySet().stream()
                .reduce(
                        Item.at(AddressItem.key(FIRM, EMAIL)),
                        (building, attribute) -> building.text(attribute.getKey(), (String) attribute.getValue()),
                        (one, other) -> one)
                .build();
        return AddressItem.read(FIRM, item).contacts().getFirst().name();
    }

    private static Write.Update joined(String name) {
        Standing standing = new Standing(new ContactId("c".repeat(64)), RANDOMNESS.id(), RANDOMNESS.id());
        return (Write.Update) AddressItem.join(FIRM, EMAIL, new Listed(standing, ContactType.CLIENT_GROUP, name));
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
