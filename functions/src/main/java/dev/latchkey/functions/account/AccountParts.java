package dev.latchkey.functions.account;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.AccountSessions;
import dev.latchkey.accountlink.InspectAccountLink;
import dev.latchkey.accountlink.RenewSetUpLink;
import dev.latchkey.accountlink.RequestAccountLink;
import dev.latchkey.accountlink.ResetPassword;
import dev.latchkey.accountlink.SetUpAccount;
import dev.latchkey.crypto.Argon2id;
import dev.latchkey.functions.Parts;
import dev.latchkey.functions.http.Log;
import dev.latchkey.login.AcceptLogin;
import dev.latchkey.login.LogIn;
import dev.latchkey.login.RejectLogin;
import dev.latchkey.password.BreachedPasswords;
import dev.latchkey.password.NewPasswords;
import dev.latchkey.password.PasswordHashing;
import dev.latchkey.password.PasswordVerifier;
import dev.latchkey.reauthentication.ChangePassword;
import dev.latchkey.reauthentication.Reauthentication;
import dev.latchkey.reauthentication.SecondFactorVerifier;
import dev.latchkey.reauthentication.WrongCodeRecorder;
import dev.latchkey.totp.RecoveryCodeMac;
import dev.latchkey.totp.TotpSecretCipher;

/** Builds parts for accounts and passwords. */
public final class AccountParts {

    private final Parts parts;

    public AccountParts(Parts parts) {
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
        AcceptLogin accepting = new AcceptLogin(hashing, sessions(), parts.randomness);
        RejectLogin rejecting = new RejectLogin(parts.audit);
        return new LogIn(parts.table(), passwordVerifier(hashing), accepting, rejecting, parts.clock);
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

    public Reauthentication reauthentication() {
        return new Reauthentication(
                parts.table(), passwordVerifier(hashing()), secondFactorVerifier(), events(), parts.clock);
    }

    public SecondFactorVerifier secondFactorVerifier() {
        return new SecondFactorVerifier(
                parts.reservations(), totpSecretCipher(), recoveryCodeMac(), wrongCodeRecorder(), parts.clock);
    }

    public WrongCodeRecorder wrongCodeRecorder() {
        return new WrongCodeRecorder(parts.table(), events());
    }

    public RecoveryCodeMac recoveryCodeMac() {
        return new RecoveryCodeMac(parts.kms(), parts.environment.codesKey());
    }

    public TotpSecretCipher totpSecretCipher() {
        return new TotpSecretCipher(parts.kms(), parts.environment.secretsKey());
    }

    private NewPasswords newPasswords() {
        return new NewPasswords(new BreachedPasswords(
                parts.environment.breachedPasswords(),
                parts.limits.breachedPasswords(),
                unanswered -> Log.failure("breach_check_failed", unanswered)));
    }

    private PasswordVerifier passwordVerifier(PasswordHashing hashing) {
        return new PasswordVerifier(parts.reservations(), hashing);
    }

    private PasswordHashing hashing() {
        Argon2id argon = new Argon2id(parts.randomness, parts.limits.hash());
        return parts.noted(new PasswordHashing(argon, parts.limits.turns()));
    }

    public AccountSessions sessions() {
        return new AccountSessions(parts.sessionIssuer(), parts.randomness, parts.audit);
    }

    public AccountEvents events() {
        return new AccountEvents(parts.audit, parts.randomness);
    }
}
