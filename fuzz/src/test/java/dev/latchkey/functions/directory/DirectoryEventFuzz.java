package dev.latchkey.functions.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.ContactEvent;
import dev.latchkey.contact.Email;
import dev.latchkey.firm.Branding;
import dev.latchkey.functions.event.MalformedEvent;
import dev.latchkey.fuzz.Foreign;
import dev.latchkey.json.StrictJson;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be read of a directory event is in a form that the table can keep, and only whom it is about can refuse it. */
public final class DirectoryEventFuzz {

    private DirectoryEventFuzz() {}

    /** Bytes are an event from the bus. */
    public static void fuzzerTestOneInput(byte[] data) {
        StrictJson.object(Foreign.text(data)).ifPresent(event -> {
            try {
                DirectoryEvent read = DirectoryEvent.read(event);
                assertThat(read.faults()).hasSizeLessThanOrEqualTo(34);
                switch (read) {
                    case DirectoryEvent.OfFirm firm -> {
                        name(firm.facts().name());
                        judge(firm.facts().branding());
                    }
                    case DirectoryEvent.OfContact contact -> judge(contact.facts());
                    case DirectoryEvent.FirmDeleted gone ->
                        assertThat(gone.faults()).isEmpty();
                }
            } catch (MalformedEvent refused) {
                assertThat(refused)
                        .message()
                        .matches("the event's (detail-type|firmId|contactId|version) is missing or wrong");
            }
        });
    }

    private static void judge(Branding branding) {
        assertThat(Objects.requireNonNullElse(branding.accentColor(), "#000000"))
                .matches("#[0-9A-Fa-f]{6}");
        assertThat(Objects.requireNonNullElse(branding.website(), "https://a"))
                .matches("https://[!-~]{1,292}")
                .doesNotContain("\"", "<", ">");
        assertThat(Objects.requireNonNullElse(branding.supportPhone(), "+1")).matches("[+0-9 ()./-]{1,40}");
        assertThat(branding.language()).matches("[A-Za-z0-9-]{2,35}");
    }

    private static void judge(ContactEvent facts) {
        assertThat(facts.version()).isBetween(0L, 1L << 53);
        assertThat(facts.firm().value() + facts.id().value()).matches("[A-Za-z0-9_-]{2,128}");
        if (facts instanceof ContactEvent.Upserted upserted) {
            name(upserted.name());
            assertThat(Objects.requireNonNullElse(upserted.emails(), List.<Email>of()))
                    .hasSizeLessThanOrEqualTo(40)
                    .allMatch(email -> email.address().indexOf('@') > 0);
        }
    }

    private static void name(@Nullable String name) {
        if (name != null) {
            assertThat(name).hasSizeLessThanOrEqualTo(500);
            assertThat(name.codePoints()).noneMatch(Character::isISOControl);
            assertThat(Foreign.isUnicode(name)).isTrue();
        }
    }
}
