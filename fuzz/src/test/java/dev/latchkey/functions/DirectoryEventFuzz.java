package dev.latchkey.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.ContactFacts;
import dev.latchkey.firm.FirmFacts;
import dev.latchkey.fuzz.Foreign;
import dev.latchkey.json.StrictJson;

/** A directory event is taken whole, in a form that the table can keep, or refused by the name of one of our fields. */
public final class DirectoryEventFuzz {

    private DirectoryEventFuzz() {}

    /** Bytes are an event from the bus. */
    public static void fuzzerTestOneInput(byte[] data) {
        StrictJson.object(Foreign.text(data)).ifPresent(event -> {
            try {
                switch (DirectoryEvent.read(event)) {
                    case DirectoryEvent.OfFirm(FirmFacts facts) -> name(facts.name());
                    case DirectoryEvent.OfContact(ContactFacts.Upserted facts) -> judge(facts);
                    case DirectoryEvent.OfContact(ContactFacts.Deleted facts) ->
                        assertThat(facts.version()).isBetween(0L, 1L << 53);
                }
            } catch (MalformedEvent refused) {
                assertThat(refused).message().matches("the event's [A-Za-z-]{1,12} is missing or wrong");
            }
        });
    }

    private static void judge(ContactFacts.Upserted facts) {
        name(facts.name());
        assertThat(facts.version()).isBetween(0L, 1L << 53);
        assertThat(facts.emails())
                .hasSizeLessThanOrEqualTo(40)
                .allMatch(email -> email.address().indexOf('@') > 0);
        assertThat(facts.firm().value() + facts.id().value()).matches("[A-Za-z0-9_-]{2,128}");
    }

    private static void name(String name) {
        assertThat(name).hasSizeLessThanOrEqualTo(500);
        assertThat(Foreign.isUnicode(name)).isTrue();
    }
}
