package dev.latchkey.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.functions.directory.DirectoryEvent;
import dev.latchkey.functions.mail.SesNotification;
import dev.latchkey.functions.support.Reason;
import dev.latchkey.json.StrictJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fuzzing found in what the functions read, said plainly. */
class FoundTest {

    @Test
    void aReason_isTextThatTheTrailCanKeep() {
        assertThat(Reason.parse(" asked by phone \uD83D\uDE00 ")).contains("asked by phone \uD83D\uDE00");
        assertThat(Reason.parse("asked by \uD800 phone")).isEmpty();
        assertThat(Reason.parse("asked by \0 phone")).isEmpty();
    }

    @Test
    void aName_isTextThatTheTableCanKeep() {
        assertThat(named("Acme \\ud83d\\ude00")).isEqualTo("Acme \uD83D\uDE00");
        assertThat(named("Acme \\ud83d")).isEqualTo("Acme ");
        assertThat(named("\\u0000Acme")).isEqualTo("Acme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+1000000000-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "soon"})
    void aReportOfATimeThatNobodyCouldMean_countsAsOneThatTellsNone(String time) {
        assertThat(SesNotification.read(bounce(time)).orElseThrow().sentAt()).isNull();
        assertThat(SesNotification.read(bounce("2026-11-24T12:00:00.000Z"))
                        .orElseThrow()
                        .sentAt())
                .isEqualTo("2026-11-24T12:00:00Z");
    }

    private static @Nullable String named(String name) {
        DirectoryEvent read = DirectoryEvent.read(firm(name));
        return read instanceof DirectoryEvent.OfFirm firm ? firm.facts().name() : null;
    }

    private static ObjectNode firm(String name) {
        return StrictJson.event(
                "{\"detail-type\":\"firm.upserted\",\"detail\":{\"firmId\":\"acme\",\"version\":1,\"name\":\"" + name
                        + "\",\"plan\":\"TEAM\"}}");
    }

    private static String bounce(String time) {
        return "{\"notificationType\":\"Bounce\",\"mail\":{\"timestamp\":\"" + time
                + "\"},\"bounce\":{\"bounceType\":\"Permanent\",\"bouncedRecipients\":[]}}";
    }
}
