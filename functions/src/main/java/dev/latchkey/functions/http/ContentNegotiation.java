package dev.latchkey.functions.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a client accepts and how gladly, RFC 9110 sections 12.4.2, 12.5.1 and 12.5.3: the most specific matching range decides.
 * Parameters of media types other than {@code q} are ignored. A weight that is no number is zero.
 */
public final class ContentNegotiation {

    private static final String ALL = "*";

    private final Map<String, Double> weights = new TreeMap<>();

    private ContentNegotiation(String header) {
        for (String element : header.split(",", -1)) {
            String[] parts = element.split(";", -1);
            weights.put(lowerCased(parts[0]), weight(parts));
        }
    }

    /** The accepted media types; has no preference without this header. */
    public static ContentNegotiation ofContent(Request request) {
        return new ContentNegotiation(request.headers().getOrDefault("accept", ""));
    }

    /** The accepted codings; none without this header. */
    public static ContentNegotiation ofCodings(Request request) {
        return new ContentNegotiation(request.headers().getOrDefault("accept-encoding", ""));
    }

    /** The media type that the client prefers; the first if several are equal or none is accepted. */
    public String best(List<String> mediaTypes) {
        String best = mediaTypes.getFirst();
        for (String mediaType : mediaTypes) {
            if (weightOf(ranges(mediaType)) > weightOf(ranges(best))) {
                best = mediaType;
            }
        }
        return best;
    }

    public boolean takes(String coding) {
        return weightOf(List.of(coding, ALL)) > 0;
    }

    private double weightOf(List<String> ranges) {
        return ranges.stream()
                .filter(weights::containsKey)
                .map(weights::get)
                .findFirst()
                .orElse(0.0);
    }

    private static List<String> ranges(String mediaType) {
        return List.of(mediaType, mediaType.substring(0, mediaType.indexOf('/') + 1) + ALL, "*/*");
    }

    private static double weight(String[] parts) {
        return Arrays.stream(parts)
                .skip(1)
                .map(ContentNegotiation::lowerCased)
                .filter(parameter -> parameter.startsWith("q="))
                .mapToDouble(parameter -> number(parameter.substring(2)))
                .findFirst()
                .orElse(1);
    }

    private static double number(String text) {
        return text.matches("[01](\\.[0-9]{0,3})?") ? Double.parseDouble(text) : 0;
    }

    private static String lowerCased(String text) {
        return text.trim().toLowerCase(Locale.ROOT);
    }
}
