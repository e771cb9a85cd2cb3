package dev.latchkey.accountlink;

import dev.latchkey.accountlink.AccountLink.MailedSecret;
import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A set-up link as it stands once a client has signed up and the mail has left, put into the table by the product's own
 * writes. For tests that need somebody with an account and are about what comes after: there is no mail, no count and no
 * line in the trail.
 */
public final class MailedSetUpLink {

    private static final Randomness RANDOMNESS = new Randomness();

    private MailedSetUpLink() {}

    /** The token that the mail would carry. The address has to be on a contact and without an account. */
    public static String token(Table table, FirmId firm, Email email, Instant now) {
        Principal address = Principal.of(firm, email);
        AddressBinding binding = Objects.requireNonNull(
                AddressItem.read(firm, table.read(AddressItem.key(firm, address)))
                        .binding(),
                "nobody would get this mail");
        AccountLink link = new NewAccountLinks(RANDOMNESS).link(AccountLinkPurpose.SIGN_UP, firm, address, now);
        AccountToken token = new AccountToken(link.id(), RANDOMNESS.secret());
        table.commit(List.of(AccountLinkItem.create(link)));
        table.commit(List.of(AccountLinkItem.mailing(link, new MailedSecret(now, token.hash()), binding, 0)));
        return token.text();
    }
}
