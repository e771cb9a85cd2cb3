package dev.latchkey.magiclink;

import dev.latchkey.session.Challenge;
import dev.latchkey.store.Item;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.util.List;

/** What becomes of a sign-in link once the code is right that it waited for. */
public final class EnteredLink {

    private EnteredLink() {}

    /** Whether the one session of the link was opened already. One read; none for a challenge that came from a password. */
    public static boolean isUsed(Challenge challenge, Table table) {
        Challenge.OfLink origin = challenge.origin();
        if (origin == null) {
            return false;
        }
        LinkId id = LinkId.parse(origin.id()).orElseThrow();
        Item item = table.read(id.key());
        MagicLink.Claim claim = item == null ? null : LinkItem.read(id, item).claim();
        return claim == null || claim.entered();
    }

    /** Notes that the one session of the link is opened; nothing of a challenge that came from a password. */
    public static List<Write> by(Challenge challenge) {
        Challenge.OfLink origin = challenge.origin();
        return origin == null
                ? List.of()
                : List.of(LinkItem.enter(LinkId.parse(origin.id()).orElseThrow(), origin.session()));
    }
}
