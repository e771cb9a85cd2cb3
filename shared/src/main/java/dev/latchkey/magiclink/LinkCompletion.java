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

/** Completes the use of a link once its challenge is passed. */
public final class LinkCompletion {

    private LinkCompletion() {}

    /**
     * Whether the session that this challenge was for can no longer be opened. The session of a sign-in link may be open
     * already; the device of a request link may have another session since, or a later link was claimed. One read; none for a
     * challenge of a password login.
     */
    public static boolean isUsed(Challenge challenge, Table table) {
        OfLink link = challenge.link();
        if (link == null) {
            return false;
        }
        LinkId id = LinkId.parse(link.id()).orElseThrow();
        ItemBatch stored = table.read(id.key(), id.threadKey());
        Item item = stored.get(id.key());
        MagicLink.Claim claim = item == null ? null : LinkItem.read(id, item).claim();
        return claim == null
                || isUsed(link, claim, LinkSeries.of(stored.get(id.threadKey())).session());
    }

    private static boolean isUsed(OfLink link, MagicLink.Claim claim, @Nullable SessionId ofSeries) {
        Device device = link.device();
        return device == null
                ? claim.entered()
                : !device.session().equals(claim.session()) || !device.session().equals(ofSeries);
    }

    /** Records on the link that its session is opened; no writes for a challenge of a password login. */
    public static List<Write> by(Challenge challenge) {
        OfLink link = challenge.link();
        if (link == null) {
            return List.of();
        }
        LinkId id = LinkId.parse(link.id()).orElseThrow();
        Device device = link.device();
        return device == null ? List.of(LinkItem.enter(id, link.session())) : by(id, device, link.session());
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
