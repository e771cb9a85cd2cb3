package dev.latchkey.authenticator;

import dev.latchkey.attempts.AttemptBudget;
import dev.latchkey.contact.Holder;
import dev.latchkey.firm.FirmId;

/** What somebody types to prove their second factor: a code of the app, or one that stands in for it. */
public sealed interface SecondFactorCode permits TotpCode, RecoveryCode {

    /** Where wrong ones are counted: those of the app and those that stand in for it apart, so that either locks alone. */
    default AttemptBudget budget(FirmId firm, Holder account) {
        AttemptBudget.Authenticator sort =
                switch (this) {
                    case TotpCode ofApp -> AttemptBudget.Authenticator.TOTP;
                    case RecoveryCode standsIn -> AttemptBudget.Authenticator.RECOVERY;
                };
        return AttemptBudget.of(sort, firm, account);
    }
}
