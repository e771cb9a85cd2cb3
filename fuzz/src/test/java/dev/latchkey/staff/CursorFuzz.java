package dev.latchkey.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.firm.FirmId;
import dev.latchkey.fuzz.Foreign;
import java.util.Arrays;
import java.util.List;

/** A cursor opens for the firm and query that it was sealed for and no others; nobody makes one, or a second spelling. */
public final class CursorFuzz {

    private static final FirmId FIRM = new FirmId("acme");

    private CursorFuzz() {}

    /** Bytes are a cursor, a place, and two parts of a query, with line breaks between them. */
    public static void fuzzerTestOneInput(byte[] data) {
        String[] sent = Foreign.lines(Foreign.text(data), 4);
        List<String> query = List.of("portal-access", sent[2], sent[3]);
        // A key of this input's own: from one that lasted, the fuzzer would read off what it compares with
        CursorMac key = new CursorMac("secret" + Arrays.hashCode(data));
        assertThat(key.open(FIRM, query, sent[0])).isEmpty();
        if (!sent[1].matches("[!-~]{1,260}")) {
            return;
        }
        String sealed = key.seal(FIRM, query, sent[1]);
        assertThat(key.open(FIRM, query, sealed)).contains(sent[1]);
        assertThat(key.open(new FirmId("acme2"), query, sealed)).isEmpty();
        for (List<String> other : List.of(
                List.of("portal-access", sent[2] + sent[3]),
                List.of("portal-access", sent[2] + sent[3], ""),
                List.of("portal-access", sent[3], sent[2]))) {
            assertThat(key.open(FIRM, other, sealed).isPresent()).isEqualTo(other.equals(query));
        }
        for (String near :
                List.of(sealed + "=", " " + sealed, sealed + "\n", sealed.replace('.', '_'), sent[0] + sealed)) {
            assertThat(key.open(FIRM, query, near).isPresent()).isEqualTo(near.equals(sealed));
        }
    }
}
