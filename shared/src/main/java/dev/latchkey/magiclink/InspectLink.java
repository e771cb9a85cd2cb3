package dev.latchkey.magiclink;

import dev.latchkey.contact.Email;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.firm.Firm;
import dev.latchkey.magiclink.LinkReader.PresentedLink;
import dev.latchkey.session.Scope;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Tells what a link is, and changes nothing: mail scanners look at links, and a look must cost the client nothing. */
public final class InspectLink {

    /**
     * What may be told to whoever holds the link.
     *
     * @param expiresAt when it dies unopened, or when the device's time ends once it is claimed
     */
    public record Inspection(Scope scope, LinkState state, Firm firm, Email email, Instant expiresAt) {}

    private final LinkReader links;
    private final Clock clock;

    public InspectLink(Table table, NotBefore notBefore, Clock clock) {
        this.links = new LinkReader(table, notBefore);
        this.clock = clock;
    }

    /** Empty for an unknown token. */
    public Optional<Inspection> inspect(LinkToken token) {
        Instant now = clock.instant();
        return links.find(token, now).map(presented -> inspection(presented, now));
    }

    private static Inspection inspection(PresentedLink presented, Instant now) {
        MagicLink link = presented.link();
        MagicLink.Claim claim = link.claim();
        Instant end = claim == null ? link.endOf(presented.by()) : claim.endsAt();
        return new Inspection(
                link.scope(),
                presented.state(now),
                presented.context().firm(),
                presented.to().email(),
                end);
    }
}
