package dev.latchkey.account;

import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Holder;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.mail.Delivery;
import dev.latchkey.mail.Dispatch;
import dev.latchkey.mail.OutgoingMail;
import dev.latchkey.store.Key;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.util.List;

/** Tells the owner of an account by mail what was done with it, at the address it is kept under and at no other. */
public final class DeliverNotice {

    private final Table table;
    private final Dispatch dispatch;
    private final AccountMail words;
    private final Clock clock;

    public DeliverNotice(Table table, Dispatch dispatch, AccountMail words, Clock clock) {
        this.table = table;
        this.dispatch = dispatch;
        this.words = words;
        this.clock = clock;
    }

    public Delivery deliver(OutgoingMail outgoing) {
        FirmId firmId = outgoing.id().firm();
        Key addressKey =
                AddressItem.key(firmId, Holder.parse(outgoing.reference()).orElseThrow());
        Snapshot stored = table.read(Firm.key(firmId), addressKey);
        Firm firm = Firm.read(firmId, stored, clock.instant());
        Address address = AddressItem.read(firmId, stored.get(addressKey));
        Email to = address.deliverable();
        if (firm == null || to == null) {
            return dispatch.skip(outgoing);
        }
        return dispatch.send(outgoing, words.notice(outgoing, firm, to), address.checkTakesMail(), List.of());
    }
}
