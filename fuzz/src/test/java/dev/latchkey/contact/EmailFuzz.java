package dev.latchkey.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.firm.FirmId;
import dev.latchkey.fuzz.Foreign;
import java.util.Locale;

/** An address that is taken can stand in a mail's header as it is, and is found by its ASCII lower case alone. */
public final class EmailFuzz {

    private static final FirmId FIRM = new FirmId("f");

    private EmailFuzz() {}

    /** Bytes are one address as somebody typed it. */
    public static void fuzzerTestOneInput(byte[] data) {
        for (String text : Foreign.texts(data)) {
            Email.parse(text).ifPresent(email -> judge(text, email));
        }
    }

    private static void judge(String text, Email email) {
        String address = email.address();
        assertThat(address).isEqualTo(blanksOff(text)).hasSizeBetween(5, 254);
        assertThat(address.chars()).allMatch(c -> c > ' ' && c < 0x7F && ",;:<>()[]\"\\".indexOf(c) < 0);
        assertThat(address.chars().filter(c -> c == '@').count()).isOne();
        assertThat(address.substring(address.indexOf('@'))).doesNotContain("..").matches("@[A-Za-z0-9.-]+");
        assertThat(Email.parse(address)).contains(email);
        Email shouted = new Email(address.toUpperCase(Locale.ROOT));
        assertThat(email.lookup()).isEqualTo(shouted.lookup()).matches("[\\x21-\\x7E&&[^A-Z]]+");
        assertThat(email.keyIn(FIRM)).isEqualTo(shouted.keyIn(FIRM));
        assertThat(Principal.parse(Principal.of(FIRM, email).value())).contains(Principal.of(FIRM, email));
        assertThat(email.toString()).startsWith(address.substring(0, 1) + "•••@");
    }

    private static String blanksOff(String text) {
        return text.replaceAll("\\A[ \t]+|[ \t]+\\z", "");
    }
}
