package dev.latchkey.functions.http;

import dev.latchkey.staff.CursorKeys;
import dev.latchkey.staff.StaffMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns positions in staff lists to cursors and back. */
public final class StaffCursors {

    private final CursorKeys keys;

    public StaffCursors(CursorKeys keys) {
        this.keys = keys;
    }

    /** Where to start, {@code null} for the start of the list; refuses a cursor of another query. */
    @Nullable
    public String place(StaffMember staff, List<String> query, Paging paging) {
        String cursor = paging.cursor();
        return cursor == null
                ? null
                : keys.get()
                        .open(staff.firm(), query, cursor)
                        .orElseThrow(() -> new ProblemException(Problem.INVALID_CURSOR));
    }

    /** The cursor of the next page; {@code null} if there is none. */
    @Nullable
    public String cursor(StaffMember staff, List<String> query, @Nullable String next) {
        return next == null ? null : keys.get().seal(staff.firm(), query, next);
    }
}
