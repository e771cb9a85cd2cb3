package dev.latchkey.totp;

import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.throttling.AttemptBudget;

/** What a client types to prove the second factor: a code of the app, or a recovery code. */
public sealed interface SecondFactorCode permits TotpCode, RecoveryCode {

    /**
     * The budget that it counts in. Codes of the app and recovery codes have separate budgets, so that each is locked
     * alone.
     */
    default AttemptBudget budget(FirmId firm, Principal account) {
        AttemptBudget.Factor factor =
                switch (this) {
                    case TotpCode ofApp -> AttemptBudget.Factor.TOTP;
                    case RecoveryCode standsIn -> AttemptBudget.Factor.RECOVERY;
                };
        return AttemptBudget.of(factor, firm, account);
    }
}
