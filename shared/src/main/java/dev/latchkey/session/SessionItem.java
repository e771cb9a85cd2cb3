package dev.latchkey.session;

import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A session as an item of the table, and the writes that change it. */
final class SessionItem {

    private static final String CONTACT = "contact";
    private static final Duration KEPT_AFTER_END = Duration.ofDays(1);

    private SessionItem() {}

    static Session read(FirmId firm, SessionId id, Item item) {
        return new Session(
                firm,
                id,
                new Email(item.text("email")),
                AddressBinding.read(item.text("standing")),
                new Scope(item.text("scope")),
                item.text("subject"),
                List.of(item.text("amr").split(" ", -1)),
                item.text("acr"),
                new RevocationMarker(item.number("epoch", 0), item.number("settingsVersion", 0)),
                item.time("createdAt"),
                item.time("lastUsedAt"),
                item.time("endsAt"),
                new RefreshTokenFamily(item.text("familyHash"), item.text("familySalt")),
                item.number("refreshGeneration"),
                item.time("rotatedAt"),
                item.optionalText("userAgent"),
                item.text("sourceIp"),
                item.optionalText("device"));
    }

    /** The id of a session under this address; it names the contact if a link of a contact opened it. */
    static SessionId id(Principal address, Item item, String random) {
        String contact = item.optionalText(CONTACT);
        return new SessionId(contact == null ? address : address.forContact(new ContactId(contact)), random);
    }

    static Write create(Session session) {
        return Write.create(Item.at(session.id().key(session.firm()))
                .text("email", session.email().address())
                .text("standing", session.binding().text())
                .text(
                        CONTACT,
                        session.id().principal().contact().map(ContactId::value).orElse(null))
                .text("scope", session.scope().text())
                .text("subject", session.subject())
                .text("amr", String.join(" ", session.amr()))
                .text("acr", session.acr())
                .number("epoch", session.marker().epoch())
                .number("settingsVersion", session.marker().settingsVersion())
                .time("createdAt", session.createdAt())
                .time("lastUsedAt", session.lastUsedAt())
                .time("endsAt", session.endsAt())
                .text("familyHash", session.family().secretHash())
                .text("familySalt", session.family().salt())
                .number("refreshGeneration", session.refreshGeneration())
                .time("rotatedAt", session.rotatedAt())
                .text("userAgent", session.userAgent())
                .text("sourceIp", session.sourceIp())
                .text("device", session.device())
                .timeToLive(session.endsAt().plus(KEPT_AFTER_END))
                .build());
    }

    /** Makes the next refresh token current; the condition fails if it was rotated since the read. */
    static Write rotate(Session session, Instant now) {
        ItemUpdate next = ItemUpdate.none()
                .set("refreshGeneration", session.refreshGeneration() + 1)
                .set("rotatedAt", now)
                .set("lastUsedAt", now);
        return Write.update(
                session.id().key(session.firm()),
                next,
                Condition.equal("refreshGeneration", session.refreshGeneration()));
    }

    /** Holds for a session that has not ended. */
    static Condition alive(Instant now) {
        long idleSince = now.minus(Session.IDLE).toEpochMilli();
        return Condition.more("lastUsedAt", idleSince).and(Condition.more("endsAt", now.toEpochMilli()));
    }
}
