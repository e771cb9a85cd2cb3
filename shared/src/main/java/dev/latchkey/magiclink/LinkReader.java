package dev.latchkey.magiclink;

import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.firm.Firm;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a link together with all that judges it, in one consistent read. */
final class LinkReader {

    /** A link as it was found. The contact is missing where no event told of it. */
    record Found(
            MagicLink link,
            LinkThread thread,
            Firm firm,
            @Nullable Contact contact) {

        LinkState state(Instant now) {
            return LinkState.of(link, thread, contact, now);
        }
    }

    private final Table table;

    LinkReader(Table table) {
        this.table = table;
    }

    /** The link that the token opens; empty where there is none, whatever part of the token is wrong. */
    Optional<Found> find(LinkToken token) {
        return find(token.id()).filter(found -> found.link().isOpenedBy(token));
    }

    Optional<Found> find(LinkId id) {
        Optional<ContactId> contactId = id.holder().contact();
        if (contactId.isEmpty()) {
            return Optional.empty();
        }
        Key contactKey = ContactItem.key(id.firm(), contactId.get());
        Snapshot stored = table.read(id.key(), id.threadKey(), contactKey, Firm.key(id.firm()));
        Item item = stored.get(id.key());
        Firm firm = Firm.of(id.firm(), stored.get(Firm.key(id.firm())));
        if (item == null || firm == null) {
            return Optional.empty();
        }
        Contact contact = ContactItem.read(id.firm(), contactId.get(), stored.get(contactKey));
        LinkThread thread = LinkThread.of(stored.get(id.threadKey()));
        return Optional.of(new Found(LinkItem.read(id, item), thread, firm, contact));
    }
}
