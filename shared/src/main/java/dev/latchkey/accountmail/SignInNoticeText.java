package dev.latchkey.accountmail;

import dev.latchkey.device.UserAgentLabel;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The way of a login, in words. */
final class SignInNoticeText {

    private SignInNoticeText() {}

    /**
     * A sentence.
     *
     * @param amr what was proven, in order, joined by blanks
     */
    static String of(String amr, @Nullable String userAgent) {
        String factors = List.of(amr.split(" ", -1)).stream()
                .map(SignInNoticeText::factor)
                .collect(Collectors.joining(" and "));
        return "They used " + factors + ". Their browser: " + UserAgentLabel.named(userAgent) + ".";
    }

    private static String factor(String proven) {
        return switch (proven) {
            case "email" -> "a mailed link";
            case "pwd" -> "a password";
            case "otp" -> "a code of an authenticator app";
            case "recovery" -> "a recovery code";
            case "temporary" -> "a temporary code from staff";
            default -> throw new IllegalArgumentException("nothing that is proven: " + proven);
        };
    }
}
