package dev.latchkey.magiclink;

import dev.latchkey.contact.Holder;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.magiclink.LinkReader.Opened;
import dev.latchkey.session.Bond;
import dev.latchkey.session.Challenge.Device;
import dev.latchkey.session.Challenge.OfLink;
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
 * Asks for the code of an authenticator where a link alone would open a session otherwise. The link is its device's from then
 * on. A sign-in link opens one session at most, however often a code is asked for; the device of a request link may come
 * back with another code. {@code null}: decide anew.
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
        SessionId session = newSession(opened);
        MagicLink.Claim claim =
                new MagicLink.Claim(link.tag(visit.device()), link.deviceEnd(opened.by(), now), session, false);
        List<Write> along = new ArrayList<>();
        along.add(LinkItem.claim(link, claim, now, visit.counted()));
        along.add(events.claimed(opened, session, visit.origin(), now));
        if (link.isSignIn()) {
            along.add(opened.found().thread().claimSignIn(link, now));
        } else {
            along.addAll(opened.found().claimOfRequest(session, now));
        }
        return ask(opened, claim, session, along, visit, now);
    }

    /** Where the first reply was lost, or the code took too long, and whenever the device of a request link comes back. */
    @Nullable
    Redemption again(Opened opened, MagicLink.Claim claim, Visit visit, Instant now) {
        SessionId session = opened.link().isSignIn() ? claim.session() : newSession(opened);
        return ask(opened, claim, session, List.of(), visit, now);
    }

    /** It is kept with the address, so that it ends with the address's other sessions. */
    private SessionId newSession(Opened opened) {
        return new SessionId(address(opened), randomness.id());
    }

    private static Holder address(Opened opened) {
        Holder holder = opened.link().id().holder();
        return holder.contact().map(holder::forContact).orElse(holder);
    }

    private @Nullable Redemption ask(
            Opened opened, MagicLink.Claim claim, SessionId session, List<Write> along, Visit visit, Instant now) {
        LinkId id = opened.link().id();
        Device device = opened.link().isSignIn() ? null : new Device(claim.session(), claim.endsAt());
        NewChallenge challenge = NewChallenge.ofLink(
                id.firm(),
                address(opened),
                opened.link().scope(),
                new OfLink(id.text(), session, opened.to().standing(), device),
                opened.found().arrival(visit.device()).tag(),
                new Bond(
                        opened.found().epochs().ofAddress(),
                        opened.found().firm().settingsVersion()),
                randomness,
                now);
        List<Write> writes = new ArrayList<>(along);
        writes.add(challenge.write());
        writes.addAll(opened.found().recipient().checkStands());
        return table.commit(writes) == Commit.DONE ? new Redemption.CodeRequired(challenge.token()) : null;
    }
}
