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

/** Makes links, as yet without a secret, and the writes that bring one and its mail on the way. */
final class LinkFactory {

    private final Randomness randomness;

    LinkFactory(Randomness randomness) {
        this.randomness = randomness;
    }

    MagicLink toRequest(
            Firm firm, ContactId contact, RequestId request, DeliveryAddress to, LinkSeries thread, Instant now) {
        LinkId id =
                LinkId.of(firm.id(), Principal.of(contact, firm.id(), to.email()), Scope.of(request), randomness.id());
        Instant end = now.plus(firm.requestLinkLife());
        return link(id, Scope.of(request), to, thread, end, now);
    }

    /** To all requests of an address, which may be anybody's or nobody's: that is looked up when it is mailed. */
    MagicLink toSignIn(FirmId firm, Principal address, LinkSeries thread, Instant now) {
        LinkId id = LinkId.of(firm, address, Scope.REQUESTS, randomness.id());
        return link(id, Scope.REQUESTS, null, thread, now.plus(MagicLink.SIGN_IN_LIFE), now);
    }

    private MagicLink link(
            LinkId id, Scope scope, @Nullable DeliveryAddress to, LinkSeries thread, Instant end, Instant now) {
        long sequence = thread.next(now, randomness.below(LinkSeries.TIES));
        return new MagicLink(id, scope, to, sequence, end, List.of(), 0, null);
    }

    /** A sign-in link with its mail, and the counts that allow it. */
    List<Write> signIn(MagicLink link, List<Write> counts, RequestSource requestSource, Instant now) {
        List<Write> writes = new ArrayList<>(counts);
        writes.addAll(mailed(link, MailPriority.INTERACTIVE, requestSource, now));
        return writes;
    }

    /** One that no mail goes out for: to whoever types a code for it, it is like any other. */
    List<Write> unsent(MagicLink link, List<Write> counts, Instant now) {
        List<Write> writes = new ArrayList<>(counts);
        writes.add(LinkItem.create(link, now));
        return writes;
    }

    /** The link itself, and the intent to mail it. */
    List<Write> mailed(MagicLink link, MailPriority priority, RequestSource requestSource, Instant now) {
        MailId mail = new MailId(link.id().firm(), randomness.id(), priority);
        MailKind kind = link.isSignIn() ? MailKind.SIGN_IN_LINK : MailKind.REQUEST_LINK;
        return List.of(
                LinkItem.create(link, now),
                Outbox.intend(new OutgoingMail(mail, kind, link.id().text(), now, requestSource)));
    }
}
