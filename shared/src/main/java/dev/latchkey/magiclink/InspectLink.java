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

/** Describes a link and changes nothing: mail scanners open links, and that must not use one up. */
public final class InspectLink {

    /**
     * What the bearer of the link may know.
     *
     * @param expiresAt when the link expires, or once it is claimed, until when its device may use it
     */
    public record Inspection(Scope scope, LinkState state, Firm firm, Email email, Instant expiresAt) {}

    private final LinkReader links;
    private final Clock clock;

    public InspectLink(Table table, NotBefore notBefore, Clock clock) {
        this.links = new LinkReader(table, notBefore);
        this.clock = clock;
    }

    /** The link of the token; empty for an unknown token. */
    public Optional<Inspection> inspect(LinkToken token) {
        Instant now = clock.instant();
        return links.find(token, now).map(presented -> inspection(presented, now));
    }

    private static Inspection inspection(PresentedLink presented, Instant now) {
        MagicLink link = presented.link();
        MagicLink.Claim claim = link.claim();
        Instant end = claim == null ? link.endOf(presented.delivery()) : claim.endsAt();
        return new Inspection(
                link.scope(),
                presented.state(now),
                presented.context().firm(),
                presented.to().email(),
                end);
    }
}
