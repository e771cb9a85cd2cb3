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
 * A login that passed its first factor and needs the second, or the enrolment of one. It grants no access by itself, lasts ten
 * minutes and five codes of any kind, is consumed when the login completes, and ends with the {@linkplain SessionEpoch epoch}
 * of its principal.
 *
 * @param random its id among those of its principal
 * @param amr what was proven so far, in order
 * @param scope the scope of the session that it leads to
 * @param link the link that it came from; {@code null} of a login with a password
 * @param device the tag of the device that began it; {@code null} where the device has no secret
 * @param tries how many codes were typed for it
 */
public record Challenge(
        Key key,
        String random,
        List<String> amr,
        Scope scope,
        @Nullable OfLink link,
        @Nullable String device,
        RevocationMarker marker,
        long tries,
        Instant endsAt) {

    /** The lifetime of a challenge. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    /** This many wrong codes end a challenge. */
    public static final int MOST_TRIES = 5;

    private static final String TRIES = "tries";

    /**
     * A link that a challenge came from.
     *
     * @param id the link's id
     * @param session the one session that the link opens
     * @param binding of the address when the link was mailed
     * @param device the device that claimed a request link; {@code null} for a sign-in link
     */
    public record OfLink(
            String id,
            SessionId session,
            AddressBinding binding,
            @Nullable Device device) {}

    /**
     * The device that claimed a request link.
     *
     * @param session its latest session, opened or not, which the new session replaces
     * @param endsAt until when it may come back
     */
    public record Device(SessionId session, Instant endsAt) {}

    /** The challenge of the token; {@code null} if it does not exist or has another secret. */
    public static @Nullable Challenge read(ChallengeToken token, @Nullable Item item) {
        if (item == null || !Digest.same(item.text("secretHash"), token.hash())) {
            return null;
        }
        return new Challenge(
                token.key(),
                token.random(),
                List.of(item.text("amr").split(" ", -1)),
                new Scope(item.text("scope")),
                link(item),
                item.optionalText("device"),
                new RevocationMarker(item.number("epoch"), item.number("settingsVersion")),
                item.number(TRIES, 0),
                item.time("endsAt"));
    }

    private static @Nullable OfLink link(Item item) {
        String id = item.optionalText("link");
        return id == null
                ? null
                : new OfLink(
                        id,
                        SessionId.parse(item.text("session")).orElseThrow(),
                        AddressBinding.read(item.text("standing")),
                        device(item));
    }

    private static @Nullable Device device(Item item) {
        String session = item.optionalText("deviceSession");
        return session == null ? null : new Device(SessionId.parse(session).orElseThrow(), item.time("deviceEndsAt"));
    }

    Write create(ChallengeToken token) {
        Device ofLink = link == null ? null : link.device();
        return Write.create(Item.at(key)
                .text("secretHash", token.hash())
                .text("amr", String.join(" ", amr))
                .text("scope", scope.text())
                .text("link", link == null ? null : link.id())
                .text("session", link == null ? null : link.session().text())
                .text("standing", link == null ? null : link.binding().text())
                .text("device", device)
                .text("deviceSession", ofLink == null ? null : ofLink.session().text())
                .time("deviceEndsAt", ofLink == null ? null : ofLink.endsAt())
                .number("epoch", marker.epoch())
                .number("settingsVersion", marker.settingsVersion())
                .time("endsAt", endsAt)
                .timeToLive(endsAt)
                .build());
    }

    /** When the first factor was verified. */
    public Instant createdAt() {
        return endsAt.minus(LIFE);
    }

    /** Whether it is still active, by what one read found. */
    public boolean isActive(Firm firm, Recipient recipient, long epoch, Instant now) {
        boolean open = now.isBefore(endsAt) && tries < MOST_TRIES;
        return open && isAllowed(firm) && marker.epoch() == epoch && isOf(recipient);
    }

    private boolean isAllowed(Firm firm) {
        AccessRequest accessRequest = mayEnrol() ? AccessRequest.LOGIN_BEFORE_CODE : AccessRequest.LINK_BEFORE_CODE;
        return !firm.refusesAll(accessRequest)
                && !firm.settings().revocationVersions().includes(accessRequest, marker.settingsVersion());
    }

    /** The id of the session that it opens; {@code null} where it is not fixed. */
    public @Nullable SessionId opens() {
        return link == null ? null : link.session();
    }

    /** The absolute end of that session; {@code null} where it is not fixed. */
    public @Nullable Instant opensUntil() {
        Device ofLink = link == null ? null : link.device();
        return ofLink == null ? null : ofLink.endsAt();
    }

    /** For a link, its binding must still hold; for a login, the address must be on some contact. */
    private boolean isOf(Recipient recipient) {
        return link == null ? recipient.binding() != null : link.binding().holds(recipient.binding());
    }

    /** Whether it came from a password: a mailed link alone can't enrol a second factor. */
    public boolean mayEnrol() {
        return scope.equals(Scope.PORTAL);
    }

    /** How many attempts are left after the next one. */
    public long left() {
        return MOST_TRIES - tries - 1;
    }

    /** Counts an attempt; the condition fails if another was counted since the read. */
    public Write take() {
        Condition asRead =
                tries == 0 ? Condition.missing(TRIES).or(Condition.equal(TRIES, 0)) : Condition.equal(TRIES, tries);
        return Write.update(
                key, ItemUpdate.none().increment(TRIES), Condition.present().and(asRead));
    }

    /** Gives back an attempt that could not be judged. */
    public Write giveBack() {
        return Write.update(key, ItemUpdate.none().decrement(TRIES), Condition.more(TRIES, 0));
    }

    /** Fails a transaction if the challenge was consumed. */
    public Write check() {
        return Write.check(key, Condition.present());
    }

    /** Consumes it; the condition fails if it was consumed. */
    public Write use() {
        return Write.delete(key, Condition.present());
    }
}
