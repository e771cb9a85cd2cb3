package dev.latchkey.report;

import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.ClientIndex;
import dev.latchkey.contactaccess.AccessStatus;
import dev.latchkey.contactaccess.ContactAccess;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Exports the access of all contacts of a firm from its client index. Costs one call per page of the index. The index
 * is eventually consistent.
 */
public final class ExportAccess {

    private final Table table;
    private final AuditTrail audit;
    private final Clock clock;

    public ExportAccess(Table table, AuditTrail audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Hands over each contact in use, in the order of their ids; {@code false} if the firm is unknown.
     *
     * @param status only contacts of this status; {@code null} for all
     */
    public boolean each(FirmId firmId, @Nullable AccessStatus status, Consumer<ContactAccess> taker) {
        Instant now = clock.instant();
        Firm firm = Firm.of(firmId, table.read(Firm.key(firmId)), now);
        if (firm == null) {
            return false;
        }
        AccessReportBuilder report = new AccessReportBuilder(firm, now);
        table.each(ClientIndex.INDEX, ClientIndex.of(firmId), ClientIndex.FACTS, report::take);
        report.each(access -> {
            if (status == null || access.status() == status) {
                taker.accept(access);
            }
        });
        return true;
    }

    /** Records who gets the export. If this fails, the export must not be handed out. */
    public void record(StaffMember staff, RequestSource requestSource, @Nullable AccessStatus status, int contacts) {
        Map<String, String> detail = new TreeMap<>(Map.of("contacts", Integer.toString(contacts)));
        if (status != null) {
            detail.put("status", status.name());
        }
        table.commit(List.of(audit.record(new AuditEvent(
                staff.firm(),
                clock.instant(),
                AuditType.REPORT_EXPORTED,
                AuditEvent.Outcome.SUCCESS,
                staff.actor(),
                Concerned.NOBODY,
                requestSource,
                detail))));
    }
}
