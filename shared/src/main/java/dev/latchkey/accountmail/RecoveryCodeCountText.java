package dev.latchkey.accountmail;

import dev.latchkey.totp.Authenticator;

/**
 * The number of recovery codes that are left, in the text of the notice that one was used. At three and fewer it asks for
 * new codes: without any, the loss of a phone locks the client out.
 */
record RecoveryCodeCountText(long count) {

    String told(String firm) {
        if (count == 0) {
            return ("No recovery code is left. Please make new ones on the portal's page now: when your phone is lost next,"
                            + " only %s can help you in.")
                    .formatted(firm);
        }
        String left = count == 1 ? "1 recovery code is left." : count + " recovery codes are left.";
        return isFew() ? "Only " + left + " Please make new ones on the portal's page soon." : left;
    }

    String expected() {
        return isFew()
                ? "That was you? Then all there is to do is to make new codes."
                : "That was you? Then there is nothing to do.";
    }

    private boolean isFew() {
        return count <= Authenticator.FEW;
    }
}
