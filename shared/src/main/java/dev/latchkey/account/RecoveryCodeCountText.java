package dev.latchkey.account;

import dev.latchkey.totp.Authenticator;

/**
 * How many recovery codes are left, in the words of the notice that one was used. At three and fewer it asks for new ones,
 * since with none the client is locked out by the loss of a phone.
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
