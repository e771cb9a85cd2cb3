package dev.latchkey.magiclink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fuzz.Foreign;
import dev.latchkey.totp.RecoveryCode;
import dev.latchkey.totp.TotpCode;

/** Codes that people type: ASCII alone is read, what is shown is read back as the same code, and nothing prints one. */
public final class CodesFuzz {

    private CodesFuzz() {}

    /** Bytes are one code of any kind. */
    public static void fuzzerTestOneInput(byte[] data) {
        for (String text : Foreign.texts(data)) {
            TotpCode.parse(text).ifPresent(code -> {
                assertThat(text.chars()).hasSize(6).allMatch(c -> c >= '0' && c <= '9');
                assertThat(code.sameAs(TotpCode.parse(text).orElseThrow())).isTrue();
                assertThat(code).hasToString("TotpCode");
            });
            TypedCode.parse(text).ifPresent(code -> {
                assertThat(code.value()).matches("[0-9A-Z]{8}").isEqualToIgnoringCase(bare(text));
                assertThat(TypedCode.parse(code.shown())).contains(code);
                assertThat(code).hasToString("TypedCode");
            });
            RecoveryCode.parse(text).ifPresent(code -> {
                assertThat(code.value()).matches("[0-9A-Z&&[^ILO]]{16}");
                assertThat(text.chars()).allMatch(c -> c < 0x80);
                assertThat(RecoveryCode.parse(code.shown())).contains(code);
                assertThat(RecoveryCode.parse(code.value())).contains(code);
                assertThat(code).hasToString("RecoveryCode");
            });
        }
    }

    private static String bare(String typed) {
        return typed.replace("-", "").replace(" ", "");
    }
}
