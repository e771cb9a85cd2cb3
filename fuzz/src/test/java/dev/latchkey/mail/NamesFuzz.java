package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fuzz.Foreign;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Names that others gave their firm or client, in mail: one line, one sender, nothing to click, no markup, and still the
 * name. The header's address is ours whatever stands in front of it.
 */
public final class NamesFuzz {

    private static final String SENDER = "no-reply@example.com";
    private static final Pattern ENCODED = Pattern.compile("=\\?UTF-8\\?B\\?([A-Za-z0-9+/=]+)\\?=");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private NamesFuzz() {}

    /** Bytes are one name. */
    public static void fuzzerTestOneInput(byte[] data) {
        for (String text : Foreign.texts(data)) {
            DisplayName name = DisplayName.of(text);
            String shown = name.text();
            assertThat(shown).isNotBlank().doesNotContain("@", "://", "=?").doesNotContainPattern(INVISIBLE);
            assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(80);
            assertThat(shown).doesNotContainPattern("[.\\u3002\\uFF0E\\uFF61]\\S");
            judge(shown, FromHeader.of(name, SENDER));
            assertThat(Html.escape(text)).doesNotContain("<", ">", "\"", "'");
            assertThat(LineWrap.of(shown).replace('\n', ' ')).isEqualTo(shown);
        }
    }

    private static void judge(String shown, String header) {
        assertThat(header).endsWith(" <" + SENDER + ">").matches("[ -~]+");
        String display = header.substring(0, header.length() - SENDER.length() - 3);
        if (display.startsWith("\"")) {
            assertThat(display).isEqualTo("\"" + shown + "\"");
            assertThat(shown).doesNotContain("\"", "\\");
            return;
        }
        StringBuilder decoded = new StringBuilder();
        for (String word : display.split(" ", -1)) {
            assertThat(word).hasSizeLessThanOrEqualTo(75).matches(ENCODED);
            decoded.append(new String(
                    Base64.getDecoder().decode(ENCODED.matcher(word).replaceFirst("$1")), StandardCharsets.UTF_8));
        }
        assertThat(decoded).hasToString(shown);
    }
}
