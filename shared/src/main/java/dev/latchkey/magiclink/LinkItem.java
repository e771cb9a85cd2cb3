package dev.latchkey.magiclink;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Email;
import dev.latchkey.session.RequestId;
import dev.latchkey.session.SessionId;
import dev.latchkey.store.Changes;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a link and its thread stand in the table. */
final class LinkItem {

    /** Dead links are kept for a while, so that their holders are told "expired" and not "unknown". */
    private static final Duration KEPT_AFTER_END = Duration.ofDays(60);

    private LinkItem() {}

    static MagicLink read(LinkId id, Item item) {
        String device = item.optionalText("device");
        return new MagicLink(
                id,
                new ContactId(item.text("contactId")),
                new Email(item.text("email")),
                item.text("generation"),
                new RequestId(item.text("requestId")),
                item.number("sequence"),
                item.time("expiresAt"),
                item.texts("secretHashes"),
                item.optionalTime("triedAt"),
                device == null
                        ? null
                        : new MagicLink.Claim(
                                device,
                                item.time("deviceEndsAt"),
                                SessionId.parse(item.text("session")).orElseThrow()));
    }

    static Write create(MagicLink link, Instant now) {
        return Write.create(Item.at(link.id().key())
                .text("contactId", link.contact().value())
                .text("email", link.email().address())
                .text("generation", link.generation())
                .text("requestId", link.request().value())
                .number("sequence", link.sequence())
                .time("createdAt", now)
                .time("expiresAt", link.expiresAt())
                .timeToLive(link.expiresAt().plus(KEPT_AFTER_END))
                .build());
    }

    /** Notes a try: the hash of its secret, and when it was. */
    static Write tried(LinkId id, LinkToken token, Instant now) {
        Changes tried = Changes.none().join("secretHashes", token.hash()).set("triedAt", now);
        return Write.update(id.key(), tried, Condition.present());
    }

    /** Counts a refusal by the mail service. */
    static Write.Update refused(LinkId id) {
        return Write.update(id.key(), Changes.none().increment("refusals"), Condition.present());
    }

    static long refusals(Item item) {
        return item.number("refusals", 0);
    }

    static Write sent(LinkId id, String messageId, Instant now) {
        return Write.update(
                id.key(), Changes.none().set("sentAt", now).set("messageId", messageId), Condition.present());
    }

    /** The first device claims the link. */
    static Write claim(MagicLink link, MagicLink.Claim claim, Instant now) {
        Changes claimed = Changes.none()
                .set("device", claim.deviceHash())
                .set("claimedAt", now)
                .set("deviceEndsAt", claim.endsAt())
                .set("session", claim.session().text())
                .timeToLive(claim.endsAt().plus(KEPT_AFTER_END));
        return Write.update(link.id().key(), claimed, Condition.present().and(Condition.missing("device")));
    }

    /** The device that claimed the link is back, and its earlier session is not. */
    static Write replaceSession(MagicLink link, MagicLink.Claim claim, SessionId session) {
        return Write.update(
                link.id().key(),
                Changes.none().set("session", session.text()),
                Condition.equal("session", claim.session().text()));
    }

    /** Makes this the claimed link of its thread, unless the thread moved on since it was read. */
    static Write claimThread(MagicLink link, LinkThread read, SessionId session) {
        return Write.update(
                link.id().threadKey(),
                Changes.none().set("claimed", link.sequence()).set("session", session.text()),
                asRead(read.session()));
    }

    private static Condition asRead(@Nullable SessionId session) {
        return session == null ? Condition.missing("session") : Condition.equal("session", session.text());
    }
}
