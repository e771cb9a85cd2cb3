package dev.latchkey.functions;

import dev.latchkey.account.Insiders;
import dev.latchkey.twofactor.ConfirmEnrolment;
import dev.latchkey.twofactor.FinishLogin;
import dev.latchkey.twofactor.LoginTries;
import dev.latchkey.twofactor.NewAuthenticator;
import dev.latchkey.twofactor.RemoveTotp;
import dev.latchkey.twofactor.RenewRecoveryCodes;
import dev.latchkey.twofactor.StartEnrolment;
import dev.latchkey.twofactor.VerifyRecoveryCode;
import dev.latchkey.twofactor.VerifyTotp;

/** Builds what the second factor needs. */
final class TwoFactorParts {

    private final Parts parts;
    private final AccountParts accounts;

    TwoFactorParts(Parts parts) {
        this.parts = parts;
        this.accounts = new AccountParts(parts);
    }

    StartEnrolment startEnrolment() {
        return new StartEnrolment(
                parts.table(),
                accounts.reauthentication(),
                accounts.totpSeal(),
                accounts.events(),
                parts.randomness,
                parts.notBefore(),
                parts.clock);
    }

    VerifyTotp verifyTotp() {
        return new VerifyTotp(loginTries(), accounts.totpSeal(), finishLogin(), confirmEnrolment(), parts.clock);
    }

    ConfirmEnrolment confirmEnrolment() {
        NewAuthenticator making = new NewAuthenticator(
                parts.table(),
                accounts.codeTags(),
                accounts.sessions(),
                accounts.events(),
                parts.randomness,
                parts.clock);
        return new ConfirmEnrolment(
                parts.table(),
                loginTries(),
                new Insiders(parts.table(), parts.clock),
                accounts.secondFactorVerifier(),
                making,
                accounts.codeRefusal(),
                parts.clock);
    }

    VerifyRecoveryCode verifyRecoveryCode() {
        return new VerifyRecoveryCode(loginTries(), accounts.codeTags(), finishLogin(), parts.clock);
    }

    RenewRecoveryCodes renewRecoveryCodes() {
        return new RenewRecoveryCodes(
                parts.table(), accounts.secondFactorVerifier(), accounts.events(), parts.randomness, parts.clock);
    }

    RemoveTotp removeTotp() {
        return new RemoveTotp(parts.table(), accounts.reauthentication(), accounts.events(), parts.clock);
    }

    private LoginTries loginTries() {
        return new LoginTries(parts.table(), parts.tries(), parts.notBefore(), parts.clock);
    }

    private FinishLogin finishLogin() {
        return new FinishLogin(parts.table(), loginTries(), accounts.sessions(), accounts.events(), parts.clock);
    }
}
