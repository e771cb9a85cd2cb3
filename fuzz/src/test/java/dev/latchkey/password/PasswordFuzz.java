package dev.latchkey.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.Email;
import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.FirmSettings;
import dev.latchkey.firm.Plan;
import dev.latchkey.firm.PortalSettings;
import dev.latchkey.firm.RevocationVersions;
import dev.latchkey.fuzz.Foreign;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * Two passwords hash alike only where they are the same text in form C of Unicode; what is not well-formed is never one
 * that may be chosen, and is no other password's double.
 */
public final class PasswordFuzz {

    private static final PasswordRules RULES = new PasswordRules();
    private static final PortalSettings NO_SECOND_FACTOR =
            new PortalSettings(AccessMode.MAGIC_LINK_AND_LOGIN, false, 30);
    private static final Firm FIRM = new Firm(
            new FirmId("acme"),
            "Acme Accounting",
            Plan.BUSINESS,
            new FirmSettings(NO_SECOND_FACTOR, 8, 8, new RevocationVersions(0, 0, 0), null, null, null));
    private static final Email OWNER = new Email("owner@example.com");

    private PasswordFuzz() {}

    /** Bytes are two passwords with a line break between them. */
    public static void fuzzerTestOneInput(byte[] data) {
        for (String text : Foreign.texts(data)) {
            String[] both = Foreign.lines(text, 2);
            Password one = Password.of(both[0]);
            Password other = Password.of(both[1]);
            if (one.isWellFormed() && other.isWellFormed()) {
                assertThat(Arrays.equals(one.utf8(), other.utf8()))
                        .isEqualTo(composed(both[0]).equals(composed(both[1])));
            } else if (one.isWellFormed() != other.isWellFormed()) {
                assertThat(one.utf8()).isNotEqualTo(other.utf8());
            }
            judge(one);
        }
    }

    private static void judge(Password password) {
        assertThat(password.toString()).isEqualTo("•••");
        assertThat(password.length()).isLessThanOrEqualTo(password.utf8().length);
        boolean chosen = RULES.judge(password, FIRM, OWNER).isEmpty();
        if (chosen) {
            assertThat(password.isWellFormed()).isTrue();
            assertThat(password.length()).isBetween(15, 128);
        }
    }

    private static String composed(String text) {
        return text.length() > 1_024 ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
