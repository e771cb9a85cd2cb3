package dev.latchkey.magiclink;

import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.Email;
import dev.latchkey.session.Scope;
import dev.latchkey.session.SessionId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A link as an item of the table, and the writes that change it. */
final class LinkItem {

    /** Expired links are kept for a while, so that the answer is "expired" and not "unknown". */
    private static final Duration REQUEST_KEPT = Duration.ofDays(60);

    private static final Duration SIGN_IN_KEPT = Duration.ofDays(7);
    private static final String BINDING = "standing";
    private static final String DELIVERIES = "sendings";
    private static final String SESSION = "session";
    private static final String DEVICE = "device";
    private static final String ENTERED = "entered";

    private LinkItem() {}

    static MagicLink read(LinkId id, Item item) {
        return new MagicLink(
                id,
                new Scope(item.text("scope")),
                deliveryAddress(item),
                item.number("sequence"),
                item.time("expiresAt"),
                item.texts(DELIVERIES).stream().map(LinkDelivery::read).toList(),
                CodeAttempts.wrong(item),
                claim(item));
    }

    private static @Nullable DeliveryAddress deliveryAddress(Item item) {
        String email = item.optionalText("email");
        return email == null ? null : new DeliveryAddress(new Email(email), AddressBinding.read(item.text(BINDING)));
    }

    private static MagicLink.@Nullable Claim claim(Item item) {
        String device = item.optionalText(DEVICE);
        return device == null
                ? null
                : new MagicLink.Claim(
                        device,
                        item.time("deviceEndsAt"),
                        SessionId.parse(item.text(SESSION)).orElseThrow(),
                        item.number(ENTERED, 0) > 0);
    }

    static Write create(MagicLink link, Instant now) {
        DeliveryAddress to = link.to();
        return Write.create(Item.at(link.id().key())
                .text("scope", link.scope().text())
                .text("email", to == null ? null : to.email().address())
                .text(BINDING, to == null ? null : to.binding().text())
                .number("sequence", link.sequence())
                .time("createdAt", now)
                .time("expiresAt", link.expiresAt())
                .timeToLive(keptUntil(link, link.expiresAt()))
                .build());
    }

    /** Records a delivery before its mail is sent: the address, and the hashes of secret and code. */
    static Write tried(MagicLink link, DeliveryAddress to, LinkDelivery delivery) {
        ItemUpdate tried = ItemUpdate.none()
                .set("email", to.email().address())
                .set(BINDING, to.binding().text())
                .join(DELIVERIES, delivery.text());
        return Write.update(
                link.id().key(),
                link.isSignIn() ? tried.timeToLive(keptUntil(link, link.endOf(delivery))) : tried,
                Condition.present());
    }

    static Write sent(LinkId id, Instant now) {
        return Write.update(id.key(), ItemUpdate.none().set("sentAt", now), Condition.present());
    }

    /** The first device claims the link, unless another device has or wrong codes revoked it. */
    static Write claim(MagicLink link, MagicLink.Claim claim, Instant now, boolean counted) {
        ItemUpdate claimed = ItemUpdate.none()
                .set(DEVICE, claim.deviceHash())
                .set("claimedAt", now)
                .set("deviceEndsAt", claim.endsAt())
                .set(SESSION, claim.session().text())
                .set(ENTERED, claim.entered() ? 1 : 0)
                .timeToLive(keptUntil(link, claim.endsAt()));
        return Write.update(
                link.id().key(),
                counted ? CodeAttempts.giveBack(claimed) : claimed,
                Condition.present().and(Condition.missing(DEVICE)).and(CodeAttempts.notKilled()));
    }

    /** The device that claimed the link is back and gets a new session in place of its ended one. */
    static Write replaceSession(MagicLink link, MagicLink.Claim claim, SessionId session) {
        return Write.update(
                link.id().key(),
                ItemUpdate.none().set(SESSION, session.text()),
                Condition.equal(SESSION, claim.session().text()));
    }

    /** The challenge of a sign-in link is passed: the one session of the link is opened. */
    static Write enter(LinkId id, SessionId session) {
        return Write.update(
                id.key(),
                ItemUpdate.none().set(ENTERED, 1),
                Condition.equal(SESSION, session.text()).and(Condition.equal(ENTERED, 0)));
    }

    /** The same for a request link, which opens any number of sessions one after the other. */
    static Write enter(LinkId id, SessionId earlier, SessionId later) {
        return Write.update(
                id.key(),
                ItemUpdate.none().set(SESSION, later.text()).set(ENTERED, 1),
                Condition.equal(SESSION, earlier.text()));
    }

    private static Instant keptUntil(MagicLink link, Instant end) {
        return end.plus(link.isSignIn() ? SIGN_IN_KEPT : REQUEST_KEPT);
    }
}
