package dev.latchkey.totp;

import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.throttling.AttemptBudget;

/** What somebody types to prove their second factor: a code of the app, or one that stands in for it. */
public sealed interface SecondFactorCode permits TotpCode, RecoveryCode {

    /** Where wrong ones are counted: those of the app and those that stand in for it apart, so that either locks alone. */
    default AttemptBudget budget(FirmId firm, Principal account) {
        AttemptBudget.Factor sort =
                switch (this) {
                    case TotpCode ofApp -> AttemptBudget.Factor.TOTP;
                    case RecoveryCode standsIn -> AttemptBudget.Factor.RECOVERY;
                };
        return AttemptBudget.of(sort, firm, account);
    }
}
