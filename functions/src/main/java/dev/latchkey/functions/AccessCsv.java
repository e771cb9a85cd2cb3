package dev.latchkey.functions;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.latchkey.access.AddressAccess;
import dev.latchkey.access.ContactAccess;
import dev.latchkey.account.Account;
import dev.latchkey.account.Invitation;
import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.magiclink.LastLink;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The access report as a table, RFC 4180: one row a contact, of the address that stands for it. Blank is none. */
final class AccessCsv implements AutoCloseable {

    static final List<String> COLUMNS = List.of(
            "contact_id",
            "contact_type",
            "contact_name",
            "status",
            "portal_email",
            "shared_with_count",
            "totp_enrolled",
            "totp_since",
            "recovery_codes_left",
            "last_login_at",
            "last_link_sent_at",
            "last_link_claimed_at",
            "invited_at",
            "undeliverable");

    private final CsvWriter writer;
    private int rows;

    /** Begins with the names of the columns. */
    AccessCsv(OutputStream out) {
        this.writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        writer.writeRecord(COLUMNS);
    }

    void add(ContactAccess access) {
        List<String> cells = new ArrayList<>(COLUMNS.size());
        cells.add(access.contact().id().value());
        cells.add(access.contact().type().name());
        cells.add(access.contact().name());
        cells.add(access.status().name());
        account(cells, access);
        LastLink link = access.lastLink();
        cells.add(time(link == null ? null : link.sentAt()));
        cells.add(time(link == null ? null : link.claimedAt()));
        mail(cells, access.main());
        writer.writeRecord(cells.stream().map(FormulaSafe::cell).toList());
        rows++;
    }

    /** How many contacts were added. */
    int rows() {
        return rows;
    }

    private static void account(List<String> cells, ContactAccess access) {
        AddressAccess main = access.main();
        Account account = main == null ? null : main.account();
        Authenticator app = main == null ? null : main.authenticator();
        cells.add(main == null || account == null ? "" : main.email().address());
        cells.add(Long.toString(main == null ? 0 : access.sharedWithCount(main)));
        cells.add(Boolean.toString(app != null));
        cells.add(time(app == null ? null : app.since()));
        cells.add(Integer.toString(app == null ? 0 : app.codesLeft()));
        Account.LastLogin login = account == null ? null : account.lastLogin();
        cells.add(time(login == null ? null : login.at()));
    }

    private static void mail(List<String> cells, @Nullable AddressAccess main) {
        Invitation invitation = main == null || main.account() != null ? null : main.invitation();
        cells.add(time(invitation == null ? null : invitation.sentAt()));
        cells.add(Boolean.toString(main != null && main.address().isUndeliverable()));
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? "" : Bodies.time(instant);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
