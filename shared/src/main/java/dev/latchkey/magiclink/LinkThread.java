package dev.latchkey.magiclink;

import dev.latchkey.session.SessionId;
import dev.latchkey.store.Item;
import org.jspecify.annotations.Nullable;

/**
 * All links of one contact to one request, in the order they were sent. The latest claimed one is the one that counts:
 * claiming it supersedes all that were sent before it.
 *
 * @param sent how many were sent
 * @param claimed the sequence of the latest claimed one, 0 for none
 * @param session the session of the device that claimed it
 */
record LinkThread(long sent, long claimed, @Nullable SessionId session) {

    static LinkThread of(@Nullable Item item) {
        if (item == null) {
            return new LinkThread(0, 0, null);
        }
        String session = item.optionalText("session");
        return new LinkThread(
                item.number("sent"),
                item.number("claimed", 0),
                session == null ? null : SessionId.parse(session).orElseThrow());
    }

    boolean supersedes(MagicLink link) {
        return claimed > link.sequence();
    }
}
