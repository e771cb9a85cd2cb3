package dev.latchkey.accountmail;

import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.mail.Delivery;
import dev.latchkey.mail.MailDispatcher;
import dev.latchkey.mail.OutgoingMail;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.util.List;

/** Mails a notice to the owner of an account, at the address of the account only. */
public final class DeliverNotice {

    private final Table table;
    private final MailDispatcher dispatcher;
    private final AccountMail words;
    private final Clock clock;

    public DeliverNotice(Table table, MailDispatcher dispatcher, AccountMail words, Clock clock) {
        this.table = table;
        this.dispatcher = dispatcher;
        this.words = words;
        this.clock = clock;
    }

    public Delivery deliver(OutgoingMail outgoing) {
        FirmId firmId = outgoing.id().firm();
        Key addressKey =
                AddressItem.key(firmId, Principal.parse(outgoing.reference()).orElseThrow());
        ItemBatch stored = table.read(Firm.key(firmId), addressKey);
        Firm firm = Firm.read(firmId, stored, clock.instant());
        Address address = AddressItem.read(firmId, stored.get(addressKey));
        Email to = address.deliverable();
        if (firm == null || to == null) {
            return dispatcher.skip(outgoing);
        }
        return dispatcher.send(outgoing, words.notice(outgoing, firm, to), address.checkTakesMail(), List.of());
    }
}
