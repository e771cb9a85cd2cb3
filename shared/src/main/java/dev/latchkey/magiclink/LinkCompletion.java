package dev.latchkey.magiclink;

import dev.latchkey.session.Challenge;
import dev.latchkey.session.Challenge.Device;
import dev.latchkey.session.Challenge.OfLink;
import dev.latchkey.session.SessionId;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a link once the code is right that it waited for. */
public final class LinkCompletion {

    private LinkCompletion() {}

    /**
     * Whether the session that this code was for can't be opened any more: the one of a sign-in link was, and the device of
     * a request link has had another since, or lost the request to a later link. One read; none for a challenge that came
     * from a password.
     */
    public static boolean isUsed(Challenge challenge, Table table) {
        OfLink origin = challenge.origin();
        if (origin == null) {
            return false;
        }
        LinkId id = LinkId.parse(origin.id()).orElseThrow();
        ItemBatch stored = table.read(id.key(), id.threadKey());
        Item item = stored.get(id.key());
        MagicLink.Claim claim = item == null ? null : LinkItem.read(id, item).claim();
        return claim == null
                || isUsed(
                        origin, claim, LinkSeries.of(stored.get(id.threadKey())).session());
    }

    private static boolean isUsed(OfLink origin, MagicLink.Claim claim, @Nullable SessionId ofThread) {
        Device device = origin.device();
        return device == null
                ? claim.entered()
                : !device.session().equals(claim.session()) || !device.session().equals(ofThread);
    }

    /** Notes that the session of the link is opened; nothing of a challenge that came from a password. */
    public static List<Write> by(Challenge challenge) {
        OfLink origin = challenge.origin();
        if (origin == null) {
            return List.of();
        }
        LinkId id = LinkId.parse(origin.id()).orElseThrow();
        Device device = origin.device();
        return device == null ? List.of(LinkItem.enter(id, origin.session())) : by(id, device, origin.session());
    }

    private static List<Write> by(LinkId id, Device device, SessionId session) {
        List<Write> writes = new ArrayList<>();
        writes.add(LinkItem.enter(id, device.session(), session));
        writes.add(LinkSeries.replaceSession(id, device.session(), session));
        if (!device.session().equals(session)) {
            writes.add(Write.delete(device.session().key(id.firm())));
        }
        return writes;
    }
}
