package dev.latchkey.functions;

import dev.latchkey.access.InviteContact;
import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.AdmitLogin;
import dev.latchkey.account.ChangePassword;
import dev.latchkey.account.InvitationWrites;
import dev.latchkey.account.LogIn;
import dev.latchkey.account.PasswordHashing;
import dev.latchkey.account.PasswordRules;
import dev.latchkey.account.PasswordStep;
import dev.latchkey.account.PortalSessions;
import dev.latchkey.account.RefuseLogin;
import dev.latchkey.account.RequestAccountLink;
import dev.latchkey.account.ResetPassword;
import dev.latchkey.account.SetUpAccount;
import dev.latchkey.crypto.Argon2id;
import dev.latchkey.crypto.HashingTurns;

/** Builds what accounts and passwords need. */
final class AccountParts {

    private final Parts parts;

    AccountParts(Parts parts) {
        this.parts = parts;
    }

    RequestAccountLink requestAccountLink() {
        return new RequestAccountLink(parts.table(), parts.randomness, parts.clock);
    }

    LogIn logIn() {
        PasswordHashing hashing = hashing();
        AdmitLogin admitting = new AdmitLogin(parts.table(), hashing, portalSessions(), parts.randomness, parts.clock);
        RefuseLogin refusing = new RefuseLogin(parts.table(), parts.audit, parts.clock);
        return new LogIn(parts.table(), passwordStep(hashing), admitting, refusing, parts.clock);
    }

    SetUpAccount setUpAccount() {
        return new SetUpAccount(
                parts.table(),
                new PasswordRules(),
                hashing(),
                portalSessions(),
                events(),
                parts.randomness,
                parts.clock);
    }

    ResetPassword resetPassword() {
        return new ResetPassword(parts.table(), new PasswordRules(), hashing(), events(), parts.clock);
    }

    ChangePassword changePassword() {
        PasswordHashing hashing = hashing();
        return new ChangePassword(
                parts.table(), new PasswordRules(), passwordStep(hashing), hashing, events(), parts.clock);
    }

    InviteContact inviteContact() {
        InvitationWrites invitations = new InvitationWrites(parts.randomness, parts.audit);
        return new InviteContact(parts.table(), invitations, AccessBody::text, parts.clock);
    }

    private PasswordStep passwordStep(PasswordHashing hashing) {
        return new PasswordStep(parts.table(), hashing, parts.randomness);
    }

    private PasswordHashing hashing() {
        return new PasswordHashing(new Argon2id(parts.randomness), HashingTurns.ofProcess());
    }

    private PortalSessions portalSessions() {
        return new PortalSessions(parts.sessionIssuer(), parts.randomness, parts.audit);
    }

    private AccountEvents events() {
        return new AccountEvents(parts.audit, parts.randomness);
    }
}
