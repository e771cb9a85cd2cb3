package dev.latchkey.session;

import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.Recipient;
import dev.latchkey.crypto.Digest;
import dev.latchkey.firm.AccessRequest;
import dev.latchkey.firm.Firm;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A login after its first factor, waiting for the second or for one to be set up. It lets nobody in by itself, is good for
 * ten minutes and five codes of any sort, is used up by what it is traded for, and ends with its holder's
 * {@linkplain SessionEpoch epoch}.
 *
 * @param random names it among those of its holder
 * @param amr what was proven so far, in order
 * @param scope what the session will reach
 * @param origin the link that it came from; {@code null} of a login with a password
 * @param device the tag of that which it was begun with; {@code null} where that named itself by none
 * @param tries how many codes were typed for it
 */
public record Challenge(
        Key key,
        String random,
        List<String> amr,
        Scope scope,
        @Nullable OfLink origin,
        @Nullable String device,
        RevocationMarker marker,
        long tries,
        Instant endsAt) {

    /** How long one lasts. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    /** So many wrong codes end it. */
    public static final int MOST_TRIES = 5;

    private static final String TRIES = "tries";

    /**
     * A link that a challenge came from.
     *
     * @param id the link's
     * @param session the one session that the link opens
     * @param binding under what the link was mailed
     * @param device that has a request link; {@code null} for a sign-in link
     */
    public record OfLink(
            String id,
            SessionId session,
            AddressBinding binding,
            @Nullable Device device) {}

    /**
     * The device that claimed a request link.
     *
     * @param session the one that it had last, or was to have. The new one takes its place, and nothing else does.
     * @param endsAt until when it may come back
     */
    public record Device(SessionId session, Instant endsAt) {}

    /** {@code null} where there is none, or the token's secret is not its own. */
    public static @Nullable Challenge read(ChallengeToken token, @Nullable Item item) {
        if (item == null || !Digest.same(item.text("secretHash"), token.hash())) {
            return null;
        }
        return new Challenge(
                token.key(),
                token.random(),
                List.of(item.text("amr").split(" ", -1)),
                new Scope(item.text("scope")),
                origin(item),
                item.optionalText("device"),
                new RevocationMarker(item.number("epoch"), item.number("settingsVersion")),
                item.number(TRIES, 0),
                item.time("endsAt"));
    }

    private static @Nullable OfLink origin(Item item) {
        String link = item.optionalText("link");
        return link == null
                ? null
                : new OfLink(
                        link,
                        SessionId.parse(item.text("session")).orElseThrow(),
                        AddressBinding.read(item.text("standing")),
                        device(item));
    }

    private static @Nullable Device device(Item item) {
        String session = item.optionalText("deviceSession");
        return session == null ? null : new Device(SessionId.parse(session).orElseThrow(), item.time("deviceEndsAt"));
    }

    Write create(ChallengeToken token) {
        Device ofLink = origin == null ? null : origin.device();
        return Write.create(Item.at(key)
                .text("secretHash", token.hash())
                .text("amr", String.join(" ", amr))
                .text("scope", scope.text())
                .text("link", origin == null ? null : origin.id())
                .text("session", origin == null ? null : origin.session().text())
                .text("standing", origin == null ? null : origin.binding().text())
                .text("device", device)
                .text("deviceSession", ofLink == null ? null : ofLink.session().text())
                .time("deviceEndsAt", ofLink == null ? null : ofLink.endsAt())
                .number("epoch", marker.epoch())
                .number("settingsVersion", marker.settingsVersion())
                .time("endsAt", endsAt)
                .timeToLive(endsAt)
                .build());
    }

    /** When the first factor was proven. */
    public Instant createdAt() {
        return endsAt.minus(LIFE);
    }

    /** Whether it still stands, by what one read found. */
    public boolean stands(Firm firm, Recipient recipient, long epoch, Instant now) {
        boolean open = now.isBefore(endsAt) && tries < MOST_TRIES;
        return open && isAllowed(firm) && marker.epoch() == epoch && isOf(recipient);
    }

    private boolean isAllowed(Firm firm) {
        AccessRequest accessRequest = mayEnrol() ? AccessRequest.LOGIN_BEFORE_CODE : AccessRequest.LINK_BEFORE_CODE;
        return !firm.refusesAll(accessRequest)
                && !firm.settings().revocationVersions().includes(accessRequest, marker.settingsVersion());
    }

    /** The session that it opens, where that is settled. */
    public @Nullable SessionId opens() {
        return origin == null ? null : origin.session();
    }

    /** The absolute end of that, where it is settled. */
    public @Nullable Instant opensUntil() {
        Device ofLink = origin == null ? null : origin.device();
        return ofLink == null ? null : ofLink.endsAt();
    }

    /** One of a link hangs on what that was mailed under; any other on its address being on some contact. */
    private boolean isOf(Recipient recipient) {
        return origin == null ? recipient.binding() != null : origin.binding().holds(recipient.binding());
    }

    /** Whether it came from a password: a mailed link alone never leads to setting a second factor up. */
    public boolean mayEnrol() {
        return scope.equals(Scope.PORTAL);
    }

    /** How many are left once a try was taken. */
    public long left() {
        return MOST_TRIES - tries - 1;
    }

    /** Takes a try, in its turn only. */
    public Write take() {
        Condition asRead =
                tries == 0 ? Condition.missing(TRIES).or(Condition.equal(TRIES, 0)) : Condition.equal(TRIES, tries);
        return Write.update(
                key, ItemUpdate.none().increment(TRIES), Condition.present().and(asRead));
    }

    /** Gives one back that could not be judged. */
    public Write giveBack() {
        return Write.update(key, ItemUpdate.none().decrement(TRIES), Condition.more(TRIES, 0));
    }

    /** Fails a transaction where it was used up. */
    public Write check() {
        return Write.check(key, Condition.present());
    }

    /** Uses it up; loses where that was done. */
    public Write use() {
        return Write.delete(key, Condition.present());
    }
}
