package dev.latchkey.magiclink;

import dev.latchkey.contact.ClientIndex;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.session.RequestId;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The request link that a contact was mailed last, as staff see it.
 *
 * @param claimedAt when a device claimed this link; {@code null} while none has
 */
public record LastLink(Instant sentAt, @Nullable Instant claimedAt, RequestId request) {

    private static final String LINK = "link";
    private static final String CLAIMED_LINK = "claimedLink";

    public static Key key(FirmId firm, ContactId contact) {
        return Principal.of(contact).key(firm, "last-link");
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
                id.principal().key(id.firm(), "last-link"),
                onIndex(id).set(LINK, id.text()).set("sentAt", now).set("requestId", request.value()));
    }

    static Write claimed(LinkId id, Instant now) {
        return Write.update(
                id.principal().key(id.firm(), "last-link"),
                onIndex(id).set(CLAIMED_LINK, id.text()).set("claimedAt", now));
    }

    private static ItemUpdate onIndex(LinkId id) {
        return ItemUpdate.none().set(ClientIndex.INDEX, ClientIndex.of(id.firm()));
    }
}
