package dev.latchkey.magiclink;

import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.authenticator.AuthenticatorItem;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Holder;
import dev.latchkey.contact.Recipient;
import dev.latchkey.contact.Standings;
import dev.latchkey.firm.ClientState;
import dev.latchkey.firm.Credential;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.Passage;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.session.SessionId;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a link together with all that judges it, in one consistent read. */
final class LinkReader {

    /**
     * A link as it was found.
     *
     * @param recipient missing where no event told of the contact
     * @param authenticator of the address, where it has one; of a request link only once that {@linkplain #withOwner was
     *     read}
     * @param epoch under which the sessions stand that it opens
     * @param codeTries how many typed codes are counted, judged or not
     */
    record Found(
            MagicLink link,
            LinkThread thread,
            Firm firm,
            @Nullable Recipient recipient,
            @Nullable Authenticator authenticator,
            long epoch,
            long codeTries) {

        /** How far it gets as the firm's clients get in now. */
        Passage passage() {
            Credential credential = link.isSignIn() ? Credential.SIGN_IN_LINK : Credential.REQUEST_LINK;
            return firm.passage(credential, ClientState.of(stands(), true, authenticator != null));
        }

        /** Whether the address still stands that it was mailed to. */
        boolean stands() {
            return !standings().isEmpty();
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
        Addressing addressee() {
            Addressing before = link.to();
            if (recipient instanceof Address address) {
                Email email = address.deliverable();
                if (email == null || before == null) {
                    return email == null ? null : new Addressing(email, address.standings());
                }
            }
            return before == null ? null : new Addressing(before.email(), standings());
        }

        /** Those that it was mailed under and that still stand. */
        Standings standings() {
            Addressing to = link.to();
            return to == null || recipient == null
                    ? Standings.none()
                    : to.standings().within(recipient.standings());
        }
    }

    /** A link that somebody can open, because they have what this sending carried. */
    record Opened(Found found, Sending by) {

        MagicLink link() {
            return found.link();
        }

        Addressing to() {
            Addressing to = found.link().to();
            if (to == null) {
                throw new IllegalStateException("a link was opened that was never mailed");
            }
            return to;
        }

        LinkState state(Instant now) {
            return LinkState.of(found, by, now);
        }

        LinkState state(DeviceSecret device, Instant now) {
            return LinkState.of(found, by, device, now);
        }
    }

    private final Table table;
    private final Clock clock;

    LinkReader(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** The link that the token opens; empty where there is none, whatever part of the token is wrong. */
    Optional<Opened> find(LinkToken token) {
        return find(token.id())
                .flatMap(found -> found.link().sendingOf(token).map(sending -> new Opened(found, sending)));
    }

    /** The same link as it is now. */
    Optional<Opened> again(Opened opened) {
        return find(opened.link().id()).map(found -> new Opened(found, opened.by()));
    }

    /**
     * The same request link with the second factor of its address, where the firm wants one. The address is known from the
     * link alone, so this is a read more.
     */
    Opened withOwner(Opened opened) {
        Found found = opened.found();
        if (opened.link().isSignIn() || found.passage() == Passage.GRANTED || !found.stands()) {
            return opened;
        }
        FirmId firm = found.firm().id();
        Holder address = Holder.of(firm, opened.to().email());
        Key authenticator = AuthenticatorItem.key(firm, address);
        Key epoch = SessionEpoch.key(firm, address);
        Snapshot stored = table.read(authenticator, epoch);
        Found with = new Found(
                found.link(),
                found.thread(),
                found.firm(),
                found.recipient(),
                AuthenticatorItem.read(stored.get(authenticator)),
                SessionEpoch.of(stored.get(epoch)),
                found.codeTries());
        return new Opened(with, opened.by());
    }

    Optional<Found> find(LinkId id) {
        Key recipientKey = Recipient.key(id.firm(), id.holder());
        Key epochKey = SessionEpoch.key(id.firm(), id.holder());
        Key authenticatorKey = AuthenticatorItem.key(id.firm(), id.holder());
        Snapshot stored =
                table.read(id.key(), id.threadKey(), recipientKey, Firm.key(id.firm()), epochKey, authenticatorKey);
        Item item = stored.get(id.key());
        Firm firm = Firm.read(id.firm(), stored, clock.instant());
        if (item == null || firm == null) {
            return Optional.empty();
        }
        Recipient recipient = Recipient.read(id.firm(), id.holder(), stored.get(recipientKey));
        LinkThread thread = LinkThread.of(stored.get(id.threadKey()));
        long epoch = SessionEpoch.of(stored.get(epochKey));
        return Optional.of(new Found(
                LinkItem.read(id, item),
                thread,
                firm,
                recipient,
                AuthenticatorItem.read(stored.get(authenticatorKey)),
                epoch,
                CodeTries.taken(item)));
    }
}
