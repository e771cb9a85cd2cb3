package dev.latchkey.session;

import dev.latchkey.crypto.Digest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of sessions, newest first, and the cursor of the next. A tag binds the cursor to the caller's session; its
 * key is known only to the table.
 */
public record SessionPage(List<Session> sessions, @Nullable String nextCursor) {

    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,15})\\.([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");

    static final Comparator<Session> ORDER = Comparator.comparing(Session::createdAt)
            .reversed()
            .thenComparing(session -> session.id().random());

    /** Where a page begins: after this session, whether it still exists or not. */
    record Place(Instant createdAt, String random) {

        boolean isBefore(Session session) {
            int later = createdAt.compareTo(session.createdAt());
            return later > 0 || (later == 0 && random.compareTo(session.id().random()) < 0);
        }

        String text() {
            return createdAt.toEpochMilli() + "." + random;
        }

        String cursor(Session reader) {
            return text() + "." + tag(reader);
        }

        private String tag(Session reader) {
            String subject = reader.firm().value() + "\n" + reader.id().text() + "\n" + text();
            return Digest.hmac(reader.family().salt(), "sessions\n" + subject);
        }

        /** Empty for a cursor that was not issued to this session. */
        static Optional<Place> read(String cursor, Session reader) {
            Matcher form = CURSOR.matcher(cursor);
            if (!form.matches()) {
                return Optional.empty();
            }
            Place place = new Place(Instant.ofEpochMilli(Long.parseLong(form.group(1))), form.group(2));
            return Digest.same(place.tag(reader), form.group(3)) ? Optional.of(place) : Optional.empty();
        }
    }

    static SessionPage of(List<Session> following, int limit, Session reader) {
        if (following.size() <= limit) {
            return new SessionPage(following, null);
        }
        Session last = following.get(limit - 1);
        Place place = new Place(last.createdAt(), last.id().random());
        return new SessionPage(following.subList(0, limit), place.cursor(reader));
    }
}
