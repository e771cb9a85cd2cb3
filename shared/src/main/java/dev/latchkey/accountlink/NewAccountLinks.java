package dev.latchkey.accountlink;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.FirmId;
import dev.latchkey.mail.MailId;
import dev.latchkey.mail.MailPriority;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.OutgoingMail;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;

/** Makes set-up and reset links, which have no secret yet, and the writes that create one and request its mail. */
final class NewAccountLinks {

    private final Randomness randomness;

    NewAccountLinks(Randomness randomness) {
        this.randomness = randomness;
    }

    AccountLink link(AccountLinkPurpose purpose, FirmId firm, Principal address, Instant now) {
        return AccountLink.asked(new AccountLinkId(firm, address, purpose, randomness.id()), now);
    }

    /** Creates the link and the intent to mail it. */
    List<Write> mailed(AccountLink link, MailPriority priority, RequestSource requestSource) {
        MailId mail = new MailId(link.id().firm(), randomness.id(), priority);
        return List.of(
                AccountLinkItem.create(link),
                Outbox.intend(
                        new OutgoingMail(mail, link.purpose().mail, link.id().text(), link.askedAt(), requestSource)));
    }
}
