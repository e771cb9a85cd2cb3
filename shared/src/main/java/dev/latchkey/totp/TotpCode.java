package dev.latchkey.totp;

import dev.latchkey.crypto.Digest;
import dev.latchkey.text.TypedText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code of an authenticator app: six digits. It can have leading zeros, so it is text and never a number. Codes are
 * compared by {@link #sameAs} only, in constant time.
 */
public final class TotpCode implements SecondFactorCode {

    private static final Pattern FORM = Pattern.compile("[0-9]{6}");

    private final String digits;

    private TotpCode(String digits) {
        this.digits = digits;
    }

    /**
     * Empty for anything but six digits, {@linkplain TypedText as people type them}: no signs, no digits of other
     * scripts.
     */
    public static Optional<TotpCode> parse(String text) {
        String digits = TypedText.code(text);
        return FORM.matcher(digits).matches() ? Optional.of(new TotpCode(digits)) : Optional.empty();
    }

    static TotpCode of(int number) {
        return new TotpCode(String.format(Locale.ROOT, "%06d", number));
    }

    public boolean sameAs(TotpCode other) {
        return Digest.same(digits, other.digits);
    }

    /** Hides the code. */
    @Override
    public String toString() {
        return "TotpCode";
    }
}
