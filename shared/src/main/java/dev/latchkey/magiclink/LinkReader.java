package dev.latchkey.magiclink;

import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Recipient;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.device.Arrival;
import dev.latchkey.device.DeviceSecret;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.AccessDecision;
import dev.latchkey.firm.AccessRequest;
import dev.latchkey.firm.AccountState;
import dev.latchkey.firm.Firm;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.session.SessionId;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.totp.Authenticator;
import dev.latchkey.totp.AuthenticatorItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a link and everything that its validity depends on, in one consistent read. */
final class LinkReader {

    /**
     * The epochs under which a link opens sessions.
     *
     * @param own for a session that needs no code
     * @param ofAddress for all other sessions of the address
     */
    record Epochs(long own, long ofAddress) {}

    /**
     * A link as it was read.
     *
     * @param authenticator of the address; {@code null} where it has none
     * @param devices the known devices of the address
     * @param codeAttempts how many typed codes are counted, judged or not
     * @param notBefore revokes what was mailed earlier
     */
    record LinkContext(
            MagicLink link,
            LinkSeries series,
            Firm firm,
            Recipient recipient,
            @Nullable Authenticator authenticator,
            Epochs epochs,
            KnownDevices devices,
            long codeAttempts,
            NotBefore notBefore) {

        /** What the firm's access mode grants this link now. */
        AccessDecision decision() {
            AccessRequest accessRequest = link.isSignIn() ? AccessRequest.SIGN_IN_LINK : AccessRequest.REQUEST_LINK;
            return firm.decision(accessRequest, AccountState.of(hasCurrentBinding(), true, authenticator != null));
        }

        /** The arrival of this device by the link. */
        Arrival arrival(DeviceSecret device) {
            return new Arrival(devices, KnownDevices.tag(link.id().principal(), device));
        }

        /** Whether the link was mailed, and its address is still bound as it was then. */
        boolean hasCurrentBinding() {
            DeliveryAddress to = link.to();
            return to != null && to.binding().holds(recipient.binding());
        }

        /** Makes it the claimed link of its request, and ends the session of an earlier link's device. */
        List<Write> claimOfRequest(SessionId session, Instant now) {
            List<Write> writes =
                    new ArrayList<>(List.of(LastLink.claimed(link.id(), now), series.claim(link, session)));
            SessionId earlier = series.session();
            if (earlier != null) {
                writes.add(Write.delete(earlier.key(firm.id())));
            }
            return writes;
        }

        /** Whether its mail should still be sent. */
        boolean isWanted(Instant now) {
            boolean over = series.supersedes(link) || link.claim() != null || link.isKilledByCodes();
            boolean tooLate = !link.isSignIn() && !now.isBefore(link.expiresAt());
            return !over && !tooLate && (link.to() == null || hasCurrentBinding());
        }

        /** Where to mail it now; {@code null} for nowhere. A link that has an address is never mailed to another. */
        @Nullable
        DeliveryAddress addressee() {
            DeliveryAddress before = link.to();
            Email deliverable = recipient.address().deliverable();
            AddressBinding now = recipient.binding();
            if (deliverable == null || now == null) {
                return null;
            }
            return new DeliveryAddress(before == null ? deliverable : before.email(), now);
        }
    }

    /** A link whose secret or code was presented, and the delivery that carried it. */
    record PresentedLink(LinkContext context, LinkDelivery delivery) {

        MagicLink link() {
            return context.link();
        }

        DeliveryAddress to() {
            DeliveryAddress to = context.link().to();
            if (to == null) {
                throw new IllegalStateException("a link was opened that was never mailed");
            }
            return to;
        }

        LinkState state(Instant now) {
            return LinkState.of(context, delivery, now);
        }
    }

    private final Table table;
    private final NotBefore notBefore;

    LinkReader(Table table, NotBefore notBefore) {
        this.table = table;
        this.notBefore = notBefore;
    }

    /** The link of the token; empty if any part of the token is wrong. */
    Optional<PresentedLink> find(LinkToken token, Instant now) {
        return find(token.id(), now)
                .flatMap(context ->
                        context.link().deliveryOf(token).map(delivery -> new PresentedLink(context, delivery)));
    }

    /** Reads the same link again. */
    Optional<PresentedLink> again(PresentedLink presented, Instant now) {
        return find(presented.link().id(), now).map(context -> new PresentedLink(context, presented.delivery()));
    }

    Optional<LinkContext> find(LinkId id, Instant now) {
        Key epochKey = SessionEpoch.key(id.firm(), id.principal());
        Key ownerEpochKey = SessionEpoch.key(id.firm(), id.principal().address());
        Key devices = KnownDevices.key(id.firm(), id.principal());
        Key authenticatorKey = AuthenticatorItem.key(id.firm(), id.principal().address());
        Set<Key> keys = new LinkedHashSet<>(List.of(id.key(), id.threadKey(), Firm.key(id.firm()), epochKey));
        keys.add(ownerEpochKey);
        keys.add(devices);
        keys.add(authenticatorKey);
        keys.addAll(Recipient.keys(id.firm(), id.principal()));
        ItemBatch stored = table.read(List.copyOf(keys));
        Item item = stored.get(id.key());
        Firm firm = Firm.read(id.firm(), stored, now);
        if (item == null || firm == null) {
            return Optional.empty();
        }
        return Optional.of(new LinkContext(
                LinkItem.read(id, item),
                LinkSeries.of(stored.get(id.threadKey())),
                firm,
                Recipient.read(id.firm(), id.principal(), stored),
                AuthenticatorItem.read(stored.get(authenticatorKey)),
                new Epochs(SessionEpoch.of(stored.get(epochKey)), SessionEpoch.of(stored.get(ownerEpochKey))),
                KnownDevices.read(devices, stored.get(devices)),
                CodeAttempts.taken(item),
                notBefore));
    }
}
