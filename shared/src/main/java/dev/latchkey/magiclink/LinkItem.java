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

/** How a link stands in the table, from its making to its opening. */
final class LinkItem {

    /** Dead links are kept for a while, so that their holders are told "expired" and not "unknown". */
    private static final Duration REQUEST_KEPT = Duration.ofDays(60);

    private static final Duration SIGN_IN_KEPT = Duration.ofDays(7);
    private static final String STANDING = "standing";
    private static final String SENDINGS = "sendings";
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
                item.texts(SENDINGS).stream().map(LinkDelivery::read).toList(),
                CodeAttempts.wrong(item),
                claim(item));
    }

    private static @Nullable DeliveryAddress deliveryAddress(Item item) {
        String email = item.optionalText("email");
        return email == null ? null : new DeliveryAddress(new Email(email), AddressBinding.read(item.text(STANDING)));
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
                .text(STANDING, to == null ? null : to.binding().text())
                .number("sequence", link.sequence())
                .time("createdAt", now)
                .time("expiresAt", link.expiresAt())
                .timeToLive(keptUntil(link, link.expiresAt()))
                .build());
    }

    /** Notes that its mail is handed over now: where to, and by what it can be opened. */
    static Write tried(MagicLink link, DeliveryAddress to, LinkDelivery delivery) {
        ItemUpdate tried = ItemUpdate.none()
                .set("email", to.email().address())
                .set(STANDING, to.binding().text())
                .join(SENDINGS, delivery.text());
        return Write.update(
                link.id().key(),
                link.isSignIn() ? tried.timeToLive(keptUntil(link, link.endOf(delivery))) : tried,
                Condition.present());
    }

    static Write sent(LinkId id, Instant now) {
        return Write.update(id.key(), ItemUpdate.none().set("sentAt", now), Condition.present());
    }

    /** The first device claims the link, unless another did or wrong codes killed it. */
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

    /** The device that claimed the link is back, and its earlier session is not. */
    static Write replaceSession(MagicLink link, MagicLink.Claim claim, SessionId session) {
        return Write.update(
                link.id().key(),
                ItemUpdate.none().set(SESSION, session.text()),
                Condition.equal(SESSION, claim.session().text()));
    }

    /** The code that a sign-in link waited for was right: the one session of the link is opened. */
    static Write enter(LinkId id, SessionId session) {
        return Write.update(
                id.key(),
                ItemUpdate.none().set(ENTERED, 1),
                Condition.equal(SESSION, session.text()).and(Condition.equal(ENTERED, 0)));
    }

    /** The same of a request link, which opens as many one after the other as its device asks for. */
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
