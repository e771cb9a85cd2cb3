package dev.latchkey.functions.http;

import dev.latchkey.staff.CursorKeys;
import dev.latchkey.staff.StaffMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns places in staff's lists into cursors and back. */
public final class StaffCursors {

    private final CursorKeys keys;

    public StaffCursors(CursorKeys keys) {
        this.keys = keys;
    }

    /** Where to begin, {@code null} for the beginning; refuses a cursor that was not given for this query. */
    @Nullable
    public String place(StaffMember staff, List<String> query, Paging paging) {
        String cursor = paging.cursor();
        return cursor == null
                ? null
                : keys.get()
                        .open(staff.firm(), query, cursor)
                        .orElseThrow(() -> new ProblemException(Problem.INVALID_CURSOR));
    }

    /** The cursor to go on by; {@code null} where there is nothing more. */
    @Nullable
    public String cursor(StaffMember staff, List<String> query, @Nullable String next) {
        return next == null ? null : keys.get().seal(staff.firm(), query, next);
    }
}
