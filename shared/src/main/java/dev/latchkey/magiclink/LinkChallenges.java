package dev.latchkey.magiclink;

import dev.latchkey.contact.AddressItem;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.magiclink.LinkReader.Opened;
import dev.latchkey.session.Bond;
import dev.latchkey.session.Challenge;
import dev.latchkey.session.NewChallenge;
import dev.latchkey.session.SessionId;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the code of an authenticator where a sign-in link alone would open a session otherwise. The link is its device's
 * from then on, and opens one session at most, however often a code is asked for. {@code null}: decide anew.
 */
final class LinkChallenges {

    private final Table table;
    private final LinkEvents events;
    private final Randomness randomness;

    LinkChallenges(Table table, LinkEvents events, Randomness randomness) {
        this.table = table;
        this.events = events;
        this.randomness = randomness;
    }

    @Nullable
    Redemption claim(Opened opened, Visit visit, Instant now) {
        MagicLink link = opened.link();
        SessionId session = new SessionId(link.id().holder(), randomness.id());
        MagicLink.Claim claim =
                new MagicLink.Claim(visit.device().hash(), link.deviceEnd(opened.by(), now), session, false);
        return ask(
                opened,
                session,
                List.of(
                        LinkItem.claim(link, claim, now, visit.counted()),
                        LinkThread.checkCounts(link, opened.by()),
                        events.claimed(opened, session, visit.origin(), now)),
                now);
    }

    /** Where the first reply was lost, or the code took too long. */
    @Nullable
    Redemption again(Opened opened, MagicLink.Claim claim, Instant now) {
        return ask(opened, claim.session(), List.of(), now);
    }

    private @Nullable Redemption ask(Opened opened, SessionId session, List<Write> along, Instant now) {
        LinkId id = opened.link().id();
        NewChallenge challenge = NewChallenge.ofLink(
                id.firm(),
                id.holder(),
                opened.link().scope(),
                new Challenge.OfLink(id.text(), session, opened.found().standings()),
                new Bond(opened.found().epoch(), opened.found().firm().settingsVersion()),
                randomness,
                now);
        List<Write> writes = new ArrayList<>(along);
        writes.add(challenge.write());
        writes.add(AddressItem.checkStands(
                id.firm(), opened.to().email(), opened.found().standings().first()));
        return table.commit(writes) == Commit.DONE ? new Redemption.CodeRequired(challenge.token()) : null;
    }
}
