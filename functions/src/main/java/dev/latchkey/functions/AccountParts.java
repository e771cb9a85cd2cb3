package dev.latchkey.functions;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.AccountSessions;
import dev.latchkey.account.AdmitLogin;
import dev.latchkey.account.BreachedPasswords;
import dev.latchkey.account.ChangePassword;
import dev.latchkey.account.CodeRefusal;
import dev.latchkey.account.InspectAccountLink;
import dev.latchkey.account.LogIn;
import dev.latchkey.account.NewPasswords;
import dev.latchkey.account.PasswordHashing;
import dev.latchkey.account.PasswordStep;
import dev.latchkey.account.Reauthentication;
import dev.latchkey.account.RefuseLogin;
import dev.latchkey.account.RenewSetUpLink;
import dev.latchkey.account.RequestAccountLink;
import dev.latchkey.account.ResetPassword;
import dev.latchkey.account.SecondFactorVerifier;
import dev.latchkey.account.SetUpAccount;
import dev.latchkey.authenticator.CodeTags;
import dev.latchkey.authenticator.TotpSeal;
import dev.latchkey.crypto.Argon2id;
import dev.latchkey.functions.http.Log;

/** Builds what accounts and passwords need. */
final class AccountParts {

    private final Parts parts;

    AccountParts(Parts parts) {
        this.parts = parts;
    }

    RequestAccountLink requestAccountLink() {
        return new RequestAccountLink(parts.table(), parts.randomness, parts.clock);
    }

    RenewSetUpLink renewSetUpLink() {
        return new RenewSetUpLink(parts.table(), parts.randomness, parts.notBefore(), parts.clock);
    }

    InspectAccountLink inspectAccountLink() {
        return new InspectAccountLink(parts.table(), parts.notBefore(), parts.clock);
    }

    LogIn logIn() {
        PasswordHashing hashing = hashing();
        AdmitLogin admitting = new AdmitLogin(parts.table(), hashing, sessions(), parts.randomness, parts.clock);
        RefuseLogin refusing = new RefuseLogin(parts.table(), parts.audit, parts.clock);
        return new LogIn(parts.table(), passwordStep(hashing), admitting, refusing, parts.clock);
    }

    SetUpAccount setUpAccount() {
        return new SetUpAccount(
                parts.table(),
                newPasswords(),
                hashing(),
                sessions(),
                events(),
                parts.randomness,
                parts.notBefore(),
                parts.clock);
    }

    ResetPassword resetPassword() {
        return new ResetPassword(parts.table(), newPasswords(), hashing(), events(), parts.notBefore(), parts.clock);
    }

    ChangePassword changePassword() {
        return new ChangePassword(parts.table(), newPasswords(), reauthentication(), hashing(), events(), parts.clock);
    }

    Reauthentication reauthentication() {
        return new Reauthentication(
                parts.table(), passwordStep(hashing()), secondFactorVerifier(), events(), parts.clock);
    }

    SecondFactorVerifier secondFactorVerifier() {
        return new SecondFactorVerifier(parts.tries(), totpSeal(), codeTags(), codeRefusal(), parts.clock);
    }

    CodeRefusal codeRefusal() {
        return new CodeRefusal(parts.table(), events());
    }

    CodeTags codeTags() {
        return new CodeTags(parts.kms(), parts.settings.codesKey());
    }

    TotpSeal totpSeal() {
        return new TotpSeal(parts.kms(), parts.settings.secretsKey());
    }

    private NewPasswords newPasswords() {
        return new NewPasswords(new BreachedPasswords(
                parts.settings.breachedPasswords(),
                parts.limits.breachedPasswords(),
                unanswered -> Log.failure("breach_check_failed", unanswered)));
    }

    private PasswordStep passwordStep(PasswordHashing hashing) {
        return new PasswordStep(parts.tries(), hashing);
    }

    private PasswordHashing hashing() {
        Argon2id argon = new Argon2id(parts.randomness, parts.limits.hash());
        return parts.noted(new PasswordHashing(argon, parts.limits.turns()));
    }

    AccountSessions sessions() {
        return new AccountSessions(parts.sessionIssuer(), parts.randomness, parts.audit);
    }

    AccountEvents events() {
        return new AccountEvents(parts.audit, parts.randomness);
    }
}
