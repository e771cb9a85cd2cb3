package dev.latchkey.local.gateway;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which bodies the gateway hands on as text; all others, encoded ones and broken UTF-8 reach the function in base64.
 */
final class TextTypes {
    private static final Set<String> TEXT = Set.of(
            "application/json", "application/xml", "application/javascript", "application/x-www-form-urlencoded");

    private TextTypes() {}

    static boolean isText(@Nullable String contentType, @Nullable String contentEncoding) {
        if (contentEncoding != null && !contentEncoding.equalsIgnoreCase("identity")) {
            return false;
        }
        if (contentType == null) {
            return false;
        }
        String media = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return media.startsWith("text/") || TEXT.contains(media);
    }
}
