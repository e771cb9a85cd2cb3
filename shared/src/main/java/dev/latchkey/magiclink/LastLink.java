package dev.latchkey.magiclink;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Holder;
import dev.latchkey.contact.Roll;
import dev.latchkey.firm.FirmId;
import dev.latchkey.session.RequestId;
import dev.latchkey.store.Changes;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The request link of a contact that was mailed last, for staff to see.
 *
 * @param claimedAt when a device claimed that very link
 */
public record LastLink(Instant sentAt, @Nullable Instant claimedAt, RequestId request) {

    private static final String LINK = "link";
    private static final String CLAIMED_LINK = "claimedLink";

    public static Key key(FirmId firm, ContactId contact) {
        return Holder.of(contact).key(firm, "last-link");
    }

    public static @Nullable LastLink read(@Nullable Item item) {
        if (item == null || item.optionalText(LINK) == null) {
            return null;
        }
        boolean claimed = item.text(LINK).equals(item.optionalText(CLAIMED_LINK));
        return new LastLink(
                item.time("sentAt"),
                claimed ? item.time("claimedAt") : null,
                RequestId.parse(item.text("requestId")).orElseThrow());
    }

    static Write sent(LinkId id, RequestId request, Instant now) {
        return Write.update(
                id.holder().key(id.firm(), "last-link"),
                onRoll(id).set(LINK, id.text()).set("sentAt", now).set("requestId", request.value()));
    }

    static Write claimed(LinkId id, Instant now) {
        return Write.update(
                id.holder().key(id.firm(), "last-link"),
                onRoll(id).set(CLAIMED_LINK, id.text()).set("claimedAt", now));
    }

    private static Changes onRoll(LinkId id) {
        return Changes.none().set(Roll.INDEX, Roll.of(id.firm()));
    }
}
