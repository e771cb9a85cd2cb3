package dev.latchkey.local.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one shard has, page by page, read once for all that follow it: whoever comes to the last page reads the next. Each
 * follower holds the page that it is at, and what all of them have passed is nobody's.
 */
final class ShardPages {

    /** A page of so many records may be cut off. */
    private static final int LONG = 100;

    private final ShardReader reader;
    private final Pulse pulse;
    private @Nullable Page first = new Page(List.of());
    private int toJoin;
    private long readAt = -1;

    /** The records of one reply. The first page has none. */
    static final class Page {

        private final List<StreamRecord> records;
        private @Nullable Page next;

        private Page(List<StreamRecord> records) {
            this.records = records;
        }

        List<StreamRecord> records() {
            return records;
        }
    }

    /** @param followers so many follow the shard, each from its beginning */
    ShardPages(ShardReader reader, Pulse pulse, int followers) {
        this.reader = reader;
        this.pulse = pulse;
        this.toJoin = followers;
    }

    /** Where a follower begins. */
    synchronized Page join() {
        Page beginning = first;
        if (beginning == null) {
            throw new IllegalStateException("more follow the shard than were told of");
        }
        toJoin--;
        first = toJoin == 0 ? null : beginning;
        return beginning;
    }

    /**
     * The page behind this one; {@code null} where there is none yet, or the shard has ended. Asks the stream only where the
     * table was written to since it was asked last.
     */
    synchronized @Nullable Page after(Page page) {
        long beats = pulse.beats();
        if (page.next == null && !reader.isFinished() && beats != readAt) {
            List<StreamRecord> records = reader.read();
            readAt = records.size() < LONG ? beats : -1;
            page.next = records.isEmpty() ? null : new Page(records);
        }
        return page.next;
    }

    /** No more will come: the shard was closed and has been read to its end. */
    synchronized boolean isEnd(Page page) {
        return page.next == null && reader.isFinished();
    }
}
