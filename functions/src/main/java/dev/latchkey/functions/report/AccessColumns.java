package dev.latchkey.functions.report;

import dev.latchkey.account.Account;
import dev.latchkey.accountlink.Invitation;
import dev.latchkey.contactaccess.AddressAccess;
import dev.latchkey.contactaccess.ContactAccess;
import dev.latchkey.magiclink.LastLink;
import dev.latchkey.totp.Authenticator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The access report's columns, in any format: one row per contact, for its main address. */
final class AccessColumns {

    static final List<String> NAMES = List.of(
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

    private AccessColumns() {}

    /** In the order of the names. */
    static List<ReportCell> of(ContactAccess access) {
        List<ReportCell> cells = new ArrayList<>(NAMES.size());
        cells.add(new ReportCell.Text(access.contact().id().value()));
        cells.add(new ReportCell.Text(access.contact().type().name()));
        cells.add(new ReportCell.Text(access.contact().name()));
        cells.add(new ReportCell.Text(access.status().name()));
        account(cells, access);
        LastLink link = access.lastLink();
        cells.add(time(link == null ? null : link.sentAt()));
        cells.add(time(link == null ? null : link.claimedAt()));
        mail(cells, access.main());
        return cells;
    }

    private static void account(List<ReportCell> cells, ContactAccess access) {
        AddressAccess main = access.main();
        Account account = main == null ? null : main.account();
        Authenticator app = main == null ? null : main.authenticator();
        cells.add(
                main == null || account == null
                        ? new ReportCell.Blank()
                        : new ReportCell.Text(main.email().address()));
        cells.add(new ReportCell.Count(main == null ? 0 : (int) access.sharedWithCount(main)));
        cells.add(new ReportCell.Flag(app != null));
        cells.add(time(app == null ? null : app.since()));
        cells.add(new ReportCell.Count(app == null ? 0 : app.codesLeft()));
        Account.LastLogin login = account == null ? null : account.lastLogin();
        cells.add(time(login == null ? null : login.at()));
    }

    private static void mail(List<ReportCell> cells, @Nullable AddressAccess main) {
        Invitation invitation = main == null || main.account() != null ? null : main.invitation();
        cells.add(time(invitation == null ? null : invitation.sentAt()));
        cells.add(new ReportCell.Flag(main != null && main.address().isUndeliverable()));
    }

    private static ReportCell time(@Nullable Instant instant) {
        return instant == null ? new ReportCell.Blank() : new ReportCell.Time(instant);
    }
}
