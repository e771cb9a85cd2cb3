package dev.latchkey.functions.support;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.accountlink.InvitationWrites;
import dev.latchkey.functions.Parts;
import dev.latchkey.functions.account.AccountParts;
import dev.latchkey.functions.report.AccessBody;
import dev.latchkey.invitation.BulkInvite;
import dev.latchkey.invitation.BulkInviteProgress;
import dev.latchkey.invitation.BulkInviteRequest;
import dev.latchkey.invitation.InviteContact;
import dev.latchkey.mail.MailPriority;
import dev.latchkey.support.DeactivateAccess;
import dev.latchkey.support.IssueTemporaryCode;
import dev.latchkey.support.ReactivateAccess;
import dev.latchkey.support.ResetAccess;
import dev.latchkey.support.UnlockAccess;
import dev.latchkey.totp.RecoveryCodeMac;
import java.util.function.BiFunction;

/** Builds parts that repair a client's access. */
public final class SupportParts {

    private final Parts parts;

    public SupportParts(Parts parts) {
        this.parts = parts;
    }

    ResetAccess resetAccess() {
        return new ResetAccess(parts.table(), events(), SupportReply::text, parts.notBefore(), parts.clock);
    }

    UnlockAccess unlockAccess() {
        return new UnlockAccess(parts.table(), events(), AccessBody::text, parts.clock);
    }

    DeactivateAccess deactivateAccess() {
        return new DeactivateAccess(parts.table(), events(), AccessBody::text, parts.randomness, parts.clock);
    }

    ReactivateAccess reactivateAccess() {
        return new ReactivateAccess(parts.table(), events(), AccessBody::text, parts.clock);
    }

    IssueTemporaryCode issueTemporaryCode() {
        RecoveryCodeMac tags = new AccountParts(parts).recoveryCodeMac();
        return new IssueTemporaryCode(parts.table(), tags, events(), parts.randomness, parts.clock);
    }

    BulkInvite bulkInvite(BiFunction<BulkInviteRequest, BulkInviteProgress, String> written) {
        return new BulkInvite(parts.table(), inviteContact(MailPriority.BULK), written, parts.clock);
    }

    InviteContact inviteContact() {
        return inviteContact(MailPriority.INTERACTIVE);
    }

    private InviteContact inviteContact(MailPriority priority) {
        InvitationWrites invitations = new InvitationWrites(priority, parts.randomness, parts.audit);
        return new InviteContact(parts.table(), invitations, AccessBody::text, parts.clock);
    }

    private AccountEvents events() {
        return new AccountEvents(parts.audit, parts.randomness);
    }
}
