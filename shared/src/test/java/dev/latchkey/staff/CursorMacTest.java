package dev.latchkey.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.firm.FirmId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorMacTest {

    private static final FirmId ACME = new FirmId("acme");
    private static final List<String> QUERY = List.of("audit", "c1", "");

    private final CursorMac key = new CursorMac("k");

    @Test
    void aCursor_opensForItsFirmAndQuery_andNoOther() {
        String cursor = key.seal(ACME, QUERY, "2026-11#x");
        assertThat(cursor).matches("[A-Za-z0-9._~-]{22,400}");
        assertThat(key.open(ACME, QUERY, cursor)).contains("2026-11#x");
        assertThat(key.open(new FirmId("acme2"), QUERY, cursor)).isEmpty();
        assertThat(key.open(ACME, List.of("audit", "c", "1"), cursor)).isEmpty();
        assertThat(key.open(ACME, List.of("audit", "c1"), cursor)).isEmpty();
        assertThat(new CursorMac("other").open(ACME, QUERY, cursor)).isEmpty();
    }

    @Test
    void whateverIsChangedInIt_makesItNone() {
        String cursor = key.seal(ACME, QUERY, "2026-11#x");
        for (int at = 0; at < cursor.length(); at++) {
            char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, at) + other + cursor.substring(at + 1);
            assertThat(key.open(ACME, QUERY, changed)).as(changed).isEmpty();
            assertThat(key.open(ACME, QUERY, cursor.substring(0, at))).isEmpty();
        }
        for (String none : List.of("", ".", "a.b", cursor + "=", cursor + "A", "bnVsbA.bnVsbA.AA", "x".repeat(401))) {
            assertThat(key.open(ACME, QUERY, none)).as(none).isEmpty();
        }
    }

    @Test
    void itHidesItself() {
        assertThat(key).hasToString("CursorMac");
    }
}
