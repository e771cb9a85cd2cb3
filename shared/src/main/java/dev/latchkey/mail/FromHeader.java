package dev.latchkey.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The From header: the display name and the configured address. A plain ASCII name is quoted (RFC 5322 section 3.2.4).
 * Any other name is sent as encoded words of at most 75 characters, and no character is split (RFC 2047 section 2).
 */
final class FromHeader {

    private static final int BYTES_A_WORD = 45;
    private static final Pattern PLAIN = Pattern.compile("[ -~&&[^\"\\\\]]*");

    private FromHeader() {}

    static String of(DisplayName name, String address) {
        String text = name.text();
        String shown = PLAIN.matcher(text).matches() ? "\"" + text + "\"" : String.join(" ", encodedWords(text));
        return shown + " <" + address + ">";
    }

    private static List<String> encodedWords(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int codePoint : text.codePoints().toArray()) {
            String next = Character.toString(codePoint);
            if (bytes(word + next).length > BYTES_A_WORD) {
                words.add(encoded(word.toString()));
                word.setLength(0);
            }
            word.append(next);
        }
        words.add(encoded(word.toString()));
        return words;
    }

    private static String encoded(String word) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(word)) + "?=";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
