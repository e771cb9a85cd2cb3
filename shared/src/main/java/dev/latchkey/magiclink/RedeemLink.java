package dev.latchkey.magiclink;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Origin;
import dev.latchkey.contact.Contact;
import dev.latchkey.magiclink.LinkReader.Found;
import dev.latchkey.session.SessionIssuer;
import dev.latchkey.store.Contention;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Uses a link. The first device claims it; that device may come back and finds the same session, also after a lost
 * reply; every other is refused. Tokens are signed after the claim is committed, so that losers of a race cost no KMS
 * call; if signing fails the device simply redeems again.
 */
public final class RedeemLink {

    private final Table table;
    private final LinkReader links;
    private final ClaimLink claiming;
    private final AuditTrail audit;
    private final Clock clock;

    public RedeemLink(Table table, SessionIssuer issuer, AuditTrail audit, Clock clock) {
        this.table = table;
        this.links = new LinkReader(table);
        this.claiming = new ClaimLink(table, issuer, audit);
        this.audit = audit;
        this.clock = clock;
    }

    public Redemption redeem(LinkToken token, DeviceSecret device, Origin origin) {
        return Contention.resolve(() -> redeemOnce(token, device, origin));
    }

    private @Nullable Redemption redeemOnce(LinkToken token, DeviceSecret device, Origin origin) {
        Optional<Found> found = links.find(token);
        if (found.isEmpty()) {
            return new Redemption.Unknown();
        }
        Instant now = clock.instant();
        return switch (RedeemDecision.on(found.get(), device, now)) {
            case RedeemDecision.Claim(var contact, var address) ->
                claiming.claim(found.get(), contact, address, device, origin, now);
            case RedeemDecision.ComeBack(var contact, var address, var claim) ->
                claiming.comeBack(found.get(), contact, address, claim, device, origin, now);
            case RedeemDecision.Refuse(var refusal) -> {
                table.commit(List.of(audit.record(refused(found.get(), refusal, origin, now))));
                yield refusal;
            }
        };
    }

    private static AuditEvent refused(Found found, Redemption refusal, Origin origin, Instant now) {
        MagicLink link = found.link();
        Contact contact = found.contact();
        String subject = contact == null ? link.contact().value() : contact.subject();
        return new AuditEvent(
                link.id().firm(),
                now,
                AuditType.LINK_REFUSED,
                AuditEvent.Outcome.REFUSED,
                new Actor(Actor.Kind.CLIENT, subject),
                link.contact(),
                origin,
                Map.of("linkId", link.id().text(), "reason", refusal.getClass().getSimpleName()));
    }
}
