package dev.latchkey.magiclink;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.mail.MailId;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailPriority;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.OutgoingMail;
import dev.latchkey.session.RequestId;
import dev.latchkey.session.Scope;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates links, still without a secret, and the writes that store a link and the intent to mail it. */
final class LinkFactory {

    private final Randomness randomness;

    LinkFactory(Randomness randomness) {
        this.randomness = randomness;
    }

    MagicLink toRequest(
            Firm firm, ContactId contact, RequestId request, DeliveryAddress to, LinkSeries series, Instant now) {
        LinkId id =
                LinkId.of(firm.id(), Principal.of(contact, firm.id(), to.email()), Scope.of(request), randomness.id());
        Instant end = now.plus(firm.requestLinkLife());
        return link(id, Scope.of(request), to, series, end, now);
    }

    /** A link to all requests of an address. Whose address it is gets looked up when the link is mailed. */
    MagicLink toSignIn(FirmId firm, Principal address, LinkSeries series, Instant now) {
        LinkId id = LinkId.of(firm, address, Scope.REQUESTS, randomness.id());
        return link(id, Scope.REQUESTS, null, series, now.plus(MagicLink.SIGN_IN_LIFE), now);
    }

    private MagicLink link(
            LinkId id, Scope scope, @Nullable DeliveryAddress to, LinkSeries series, Instant end, Instant now) {
        long sequence = series.next(now, randomness.below(LinkSeries.TIES));
        return new MagicLink(id, scope, to, sequence, end, List.of(), 0, null);
    }

    /** The writes of a sign-in link that is mailed, with the counts of its limits. */
    List<Write> signIn(MagicLink link, List<Write> counts, RequestSource requestSource, Instant now) {
        List<Write> writes = new ArrayList<>(counts);
        writes.addAll(mailed(link, MailPriority.INTERACTIVE, requestSource, now));
        return writes;
    }

    /** The writes of a link that is not mailed. Typing a code for it looks the same as for any other link. */
    List<Write> unsent(MagicLink link, List<Write> counts, Instant now) {
        List<Write> writes = new ArrayList<>(counts);
        writes.add(LinkItem.create(link, now));
        return writes;
    }

    /** The writes of the link itself and of the intent to mail it. */
    List<Write> mailed(MagicLink link, MailPriority priority, RequestSource requestSource, Instant now) {
        MailId mail = new MailId(link.id().firm(), randomness.id(), priority);
        MailKind kind = link.isSignIn() ? MailKind.SIGN_IN_LINK : MailKind.REQUEST_LINK;
        return List.of(
                LinkItem.create(link, now),
                Outbox.intend(new OutgoingMail(mail, kind, link.id().text(), now, requestSource)));
    }
}
