package dev.latchkey.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Foreign bytes, as one or another layer in front of us would have turned them into text. */
public final class Foreign {

    private Foreign() {}

    /** As UTF-8, with what is none replaced; and as bare UTF-16, in which halves of pairs may stand alone. */
    public static List<String> texts(byte[] data) {
        return List.of(new String(data, StandardCharsets.UTF_8), units(data));
    }

    /** As UTF-8, with what is none replaced. */
    public static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }

    /** As the gateway hands a body over: text where the bytes are UTF-8, else empty. */
    public static Optional<String> strictText(byte[] data) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(data))
                    .toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }

    /** Text cut at the first line breaks into so many parts; missing ones are empty. */
    public static String[] lines(String text, int count) {
        String[] lines = new String[count];
        String[] found = text.split("\n", count);
        for (int i = 0; i < count; i++) {
            lines[i] = i < found.length ? found[i] : "";
        }
        return lines;
    }

    /** Whether no half of a surrogate pair stands alone, so that it can be written as UTF-8. */
    public static boolean isUnicode(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static String units(byte[] data) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i + 1 < data.length; i += 2) {
            text.append((char) (((data[i] & 0xFF) << 8) | (data[i + 1] & 0xFF)));
        }
        return text.toString();
    }
}
