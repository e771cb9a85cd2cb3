package dev.latchkey.magiclink;

import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactAddress;
import dev.latchkey.magiclink.LinkReader.Found;
import java.time.Instant;

/** What may happen to a link, given what is stored, which device asks and what time it is. */
sealed interface RedeemDecision {

    record Claim(Contact contact, ContactAddress address) implements RedeemDecision {}

    record ComeBack(Contact contact, ContactAddress address, MagicLink.Claim claim) implements RedeemDecision {}

    record Refuse(Redemption refusal) implements RedeemDecision {}

    static RedeemDecision on(Found found, DeviceSecret device, Instant now) {
        return switch (found.state(now)) {
            case EXPIRED -> new Refuse(new Redemption.Expired());
            case SUPERSEDED -> new Refuse(new Redemption.Superseded());
            case OPEN, CLAIMED -> admitted(found, device);
        };
    }

    private static RedeemDecision admitted(Found found, DeviceSecret device) {
        Contact contact = found.contact();
        MagicLink.Claim claim = found.link().claim();
        if (contact == null) {
            return new Refuse(new Redemption.Expired());
        }
        if (claim != null && !claim.isBy(device)) {
            return new Refuse(new Redemption.ClaimedElsewhere());
        }
        ContactAddress address =
                new ContactAddress(found.link().email(), found.link().generation());
        return claim == null ? new Claim(contact, address) : new ComeBack(contact, address, claim);
    }
}
