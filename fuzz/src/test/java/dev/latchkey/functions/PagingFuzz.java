package dev.latchkey.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.audit.AuditQuery;
import dev.latchkey.functions.audit.AuditFields;
import dev.latchkey.functions.http.Paging;
import dev.latchkey.functions.http.ProblemException;
import dev.latchkey.functions.http.Sent;
import dev.latchkey.fuzz.Foreign;
import java.util.Map;

/** What a list is asked for by query is in bounds, or refused; and no two queries share the parts that seal a cursor. */
public final class PagingFuzz {

    private PagingFuzz() {}

    /** Bytes are limit, cursor, contact, type, from and to, with line breaks between them. */
    public static void fuzzerTestOneInput(byte[] data) {
        String[] sent = Foreign.lines(Foreign.text(data), 6);
        try {
            Paging paging = Paging.of(Sent.query(Map.of("limit", sent[0], "cursor", sent[1])));
            assertThat(paging.limit()).isBetween(1, 1_000).hasToString(sent[0]);
            assertThat(paging.cursor()).isEqualTo(sent[1]);
        } catch (ProblemException problemException) {
            Sent.assertRefused(problemException, 400);
        }
        try {
            AuditQuery query = AuditFields.of(
                    Sent.query(Map.of("contactId", sent[2], "type", sent[3], "from", sent[4], "to", sent[5])));
            assertThat(query.parts()).hasSize(5).contains(sent[2], sent[3]).allMatch(part -> part.indexOf('\n') < 0);
        } catch (ProblemException problemException) {
            Sent.assertRefused(problemException, 400);
        }
    }
}
