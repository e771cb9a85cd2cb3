package dev.latchkey.local.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Percent-decoding. A plus sign is a space in a query only. The JDK's server has refused broken escapes before they
 * get here.
 */
public final class Percent {
    private Percent() {}

    public static String decode(String pathPart) {
        return URLDecoder.decode(pathPart.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    public static String decodeQuery(String queryPart) {
        return URLDecoder.decode(queryPart, StandardCharsets.UTF_8);
    }
}
