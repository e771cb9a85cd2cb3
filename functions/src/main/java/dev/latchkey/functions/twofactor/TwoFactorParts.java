package dev.latchkey.functions.twofactor;

import dev.latchkey.functions.Parts;
import dev.latchkey.functions.account.AccountParts;
import dev.latchkey.reauthentication.AuthenticatedAccountReader;
import dev.latchkey.twofactor.ActivateAuthenticator;
import dev.latchkey.twofactor.ChallengeAttempts;
import dev.latchkey.twofactor.CompleteLogin;
import dev.latchkey.twofactor.ConfirmEnrolment;
import dev.latchkey.twofactor.RemoveTotp;
import dev.latchkey.twofactor.RenewRecoveryCodes;
import dev.latchkey.twofactor.StartEnrolment;
import dev.latchkey.twofactor.VerifyRecoveryCode;
import dev.latchkey.twofactor.VerifyTotp;

/** Builds parts for the second factor. */
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
                accounts.totpSecretCipher(),
                accounts.events(),
                parts.randomness,
                parts.notBefore(),
                parts.clock);
    }

    VerifyTotp verifyTotp() {
        return new VerifyTotp(
                challengeAttempts(), accounts.totpSecretCipher(), completeLogin(), confirmEnrolment(), parts.clock);
    }

    ConfirmEnrolment confirmEnrolment() {
        ActivateAuthenticator activation = new ActivateAuthenticator(
                accounts.recoveryCodeMac(), accounts.sessions(), accounts.events(), parts.randomness);
        return new ConfirmEnrolment(
                parts.table(),
                challengeAttempts(),
                new AuthenticatedAccountReader(parts.table(), parts.clock),
                accounts.secondFactorVerifier(),
                activation,
                accounts.wrongCodeRecorder(),
                parts.clock);
    }

    VerifyRecoveryCode verifyRecoveryCode() {
        return new VerifyRecoveryCode(challengeAttempts(), accounts.recoveryCodeMac(), completeLogin(), parts.clock);
    }

    RenewRecoveryCodes renewRecoveryCodes() {
        return new RenewRecoveryCodes(
                parts.table(), accounts.secondFactorVerifier(), accounts.events(), parts.randomness, parts.clock);
    }

    RemoveTotp removeTotp() {
        return new RemoveTotp(parts.table(), accounts.reauthentication(), accounts.events(), parts.clock);
    }

    private ChallengeAttempts challengeAttempts() {
        return new ChallengeAttempts(parts.table(), parts.reservations(), parts.notBefore(), parts.clock);
    }

    private CompleteLogin completeLogin() {
        return new CompleteLogin(
                parts.table(), challengeAttempts(), accounts.sessions(), accounts.events(), parts.clock);
    }
}
