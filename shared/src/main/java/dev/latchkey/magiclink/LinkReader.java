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

/** Finds a link together with all that judges it, in one consistent read. */
final class LinkReader {

    /**
     * Under which sessions stand.
     *
     * @param own those that a link opens without a code
     * @param ofAddress all others of its address
     */
    record Epochs(long own, long ofAddress) {}

    /**
     * A link as it was found.
     *
     * @param authenticator of the address, where it has one
     * @param devices that got in at the address before
     * @param codeTries how many typed codes are counted, judged or not
     * @param notBefore ends what was mailed earlier
     */
    record LinkContext(
            MagicLink link,
            LinkSeries thread,
            Firm firm,
            Recipient recipient,
            @Nullable Authenticator authenticator,
            Epochs epochs,
            KnownDevices devices,
            long codeTries,
            NotBefore notBefore) {

        /** How far it gets as the firm's clients get in now. */
        AccessDecision decision() {
            AccessRequest accessRequest = link.isSignIn() ? AccessRequest.SIGN_IN_LINK : AccessRequest.REQUEST_LINK;
            return firm.decision(accessRequest, AccountState.of(stands(), true, authenticator != null));
        }

        /** This device gets in by it. */
        Arrival arrival(DeviceSecret device) {
            return new Arrival(devices, KnownDevices.tag(link.id().principal(), device));
        }

        /** Whether what it was mailed under still holds. */
        boolean stands() {
            DeliveryAddress to = link.to();
            return to != null && to.binding().holds(recipient.binding());
        }

        /** Makes it the claimed link of its request, and ends the session of the device that had an earlier one. */
        List<Write> claimOfRequest(SessionId by, Instant now) {
            List<Write> writes = new ArrayList<>(List.of(LastLink.claimed(link.id(), now), thread.claim(link, by)));
            SessionId earlier = thread.session();
            if (earlier != null) {
                writes.add(Write.delete(earlier.key(firm.id())));
            }
            return writes;
        }

        /** Whether its mail is still worth sending. */
        boolean isWanted(Instant now) {
            boolean over = thread.supersedes(link) || link.claim() != null || link.isKilledByCodes();
            boolean tooLate = !link.isSignIn() && !now.isBefore(link.expiresAt());
            return !over && !tooLate && (link.to() == null || stands());
        }

        /** Where its mail goes now; {@code null} for nobody. What was addressed once goes nowhere else. */
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

    /** A link that somebody can open, because they have what this sending carried. */
    record PresentedLink(LinkContext context, LinkDelivery by) {

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
            return LinkState.of(context, by, now);
        }
    }

    private final Table table;
    private final NotBefore notBefore;

    LinkReader(Table table, NotBefore notBefore) {
        this.table = table;
        this.notBefore = notBefore;
    }

    /** The link that the token opens; empty where there is none, whatever part of the token is wrong. */
    Optional<PresentedLink> find(LinkToken token, Instant now) {
        return find(token.id(), now)
                .flatMap(context ->
                        context.link().sendingOf(token).map(delivery -> new PresentedLink(context, delivery)));
    }

    /** The same link as it is now. */
    Optional<PresentedLink> again(PresentedLink presented, Instant now) {
        return find(presented.link().id(), now).map(context -> new PresentedLink(context, presented.by()));
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
