package dev.latchkey.accountlink;

import dev.latchkey.account.AccountItem;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.FirmId;
import dev.latchkey.mail.MailPriority;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The writes of an invitation: its link and mail, the item that staff see, and the audit event. */
public final class InvitationWrites {

    /** An invitation that exists once its writes are committed. They fail if the address has an account. */
    public record Made(Invitation invitation, List<Write> writes) {}

    private final MailPriority priority;
    private final NewAccountLinks links;
    private final AuditTrail audit;

    /**
     * Makes invitations with one mail priority.
     *
     * @param priority of their mails: of a single invitation, or of many at once
     */
    public InvitationWrites(MailPriority priority, Randomness randomness, AuditTrail audit) {
        this.priority = priority;
        this.links = new NewAccountLinks(randomness);
        this.audit = audit;
    }

    /**
     * Makes an invitation.
     *
     * @param contact that staff invited; others may have the same address
     */
    public Made of(
            StaffMember sender,
            ContactId contact,
            Address address,
            @Nullable String reason,
            RequestSource requestSource,
            Instant now) {
        FirmId firm = address.firm();
        Email email = Objects.requireNonNull(address.email());
        Principal principal = Principal.of(firm, email);
        Invitation invitation =
                Invitation.now(Objects.requireNonNull(address.use()).generation(), now);
        List<Write> writes = new ArrayList<>(
                links.mailed(links.link(AccountLinkPurpose.INVITATION, firm, principal, now), priority, requestSource));
        writes.add(invitation.write(firm, principal));
        writes.add(Write.check(AccountItem.key(firm, principal), Condition.absent()));
        writes.addAll(address.checkTakesMail());
        writes.add(audit.record(new AuditEvent(
                firm,
                now,
                AuditType.INVITATION_SENT,
                AuditEvent.Outcome.SUCCESS,
                sender.actor(),
                Concerned.of(contact, address),
                requestSource,
                reason == null ? Map.of() : Map.of("reason", reason))));
        return new Made(invitation, writes);
    }
}
