package dev.latchkey.audit;

import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.DescendingQuery;
import dev.latchkey.store.Item;
import dev.latchkey.store.Page;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists a firm's audit trail, the latest event first, month by month. Events never move and new ones are added
 * at the end, so the next page neither skips nor repeats an event. Costs one call per thousand events evaluated, and at
 * least one per month. A page that takes too many calls ends early, and names where the next begins.
 */
public final class ListAudit {

    /** There are no earlier events. */
    static final YearMonth FIRST = YearMonth.of(2026, 1);

    private static final int MOST_CALLS = 40;

    /** The most contacts that all events of a page name. */
    private static final int MOST_NAMED = 20_000;

    /** Allows for clocks that are ahead when a month begins. */
    static final Duration AHEAD = Duration.ofDays(1);

    private static final int MONTH_LENGTH = 7;
    static final String EARLIEST = "0";
    static final String LATEST = ":";

    private final Table table;
    private final Clock clock;

    public ListAudit(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Gives one page.
     *
     * @param place where to begin, from the previous page; {@code null} for the latest event
     */
    public AuditPage list(FirmId firm, AuditQuery query, int limit, @Nullable String place) {
        if (query.isEmpty()) {
            return new AuditPage(List.of(), null);
        }
        ContactId about = query.contact();
        Contact shown = about == null ? null : ContactItem.read(firm, about, table.read(ContactItem.key(firm, about)));
        YearMonth month = place == null ? latest(query) : YearMonth.parse(place.substring(0, MONTH_LENGTH));
        String after = place == null || place.length() == MONTH_LENGTH ? null : place;
        YearMonth earliest = earliest(query);
        List<Item> found = new ArrayList<>();
        for (int call = 0; call < MOST_CALLS && found.size() <= limit && !month.isBefore(earliest); call++) {
            Page page = table.read(wanted(firm, month, query, query.filter(shown), after), limit + 1 - found.size());
            found.addAll(page.items());
            after = page.next();
            month = after == null ? month.minusMonths(1) : month;
        }
        int fit = fitting(found, limit);
        List<RecordedEvent> events = found.stream()
                .limit(fit)
                .map(item -> AuditItem.read(firm, item))
                .toList();
        if (found.size() > fit) {
            return new AuditPage(events, found.get(fit - 1).key().sk());
        }
        return new AuditPage(events, month.isBefore(earliest) ? null : after == null ? month.toString() : after);
    }

    /** How many of the events fit in a reply, which has a maximum size; at least one. */
    private static int fitting(List<Item> found, int limit) {
        int names = 0;
        for (int at = 0; at < Math.min(limit, found.size()); at++) {
            names += found.get(at).texts(AuditItem.CONTACTS).size();
            if (at > 0 && names > MOST_NAMED) {
                return at;
            }
        }
        return Math.min(limit, found.size());
    }

    private static DescendingQuery wanted(
            FirmId firm, YearMonth month, AuditQuery query, @Nullable Condition filter, @Nullable String after) {
        Instant from = query.from();
        Instant to = query.to();
        return new DescendingQuery(
                AuditItem.partition(firm, month),
                from == null ? EARLIEST : AuditItem.sort(from),
                to == null ? LATEST : AuditItem.sort(to),
                after,
                filter);
    }

    private YearMonth latest(AuditQuery query) {
        YearMonth now = AuditItem.month(clock.instant().plus(AHEAD));
        YearMonth asked = query.to() == null ? now : AuditItem.month(query.to());
        return asked.isBefore(now) ? asked : now;
    }

    private static YearMonth earliest(AuditQuery query) {
        YearMonth asked = query.from() == null ? FIRST : AuditItem.month(query.from());
        return asked.isAfter(FIRST) ? asked : FIRST;
    }
}
