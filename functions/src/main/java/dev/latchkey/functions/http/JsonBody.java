package dev.latchkey.functions.http;

import dev.latchkey.json.StrictJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a body as one JSON object in UTF-8, or refuses. Checks size, type, bytes and syntax in turn. */
final class JsonBody {

    private static final int LARGEST = 16 * 1024;
    private static final String TOKEN = "([!#$%&'*+.^_`|~0-9A-Za-z-]++)";
    private static final String QUOTED = "\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"";
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*+(?:" + TOKEN + "\\s*+=\\s*+(?:" + QUOTED + "|([^\\s;,\"]*+)))?+\\s*+");
    private static final Pattern JSON =
            Pattern.compile("\\s*+application/json\\s*+(?:" + PARAMETER.pattern() + ")*+", Pattern.CASE_INSENSITIVE);
    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");

    private JsonBody() {}

    static Fields read(Request request) {
        byte[] body = bytes(request);
        if (body.length > LARGEST) {
            throw new ProblemException(Problem.PAYLOAD_TOO_LARGE);
        }
        if (!isJson(request.headers().getOrDefault("content-type", ""))) {
            throw new ProblemException(Problem.UNSUPPORTED_MEDIA_TYPE);
        }
        return StrictJson.object(text(body))
                .map(Fields::new)
                .orElseThrow(() -> Fields.invalid("", "must be one JSON object"));
    }

    /** Parameters of the type (RFC 9110 section 8.3.1) are ignored; the text is UTF-8 (RFC 8259 section 8.1). */
    private static boolean isJson(String mediaType) {
        return JSON.matcher(mediaType).matches()
                && PARAMETER
                        .matcher(mediaType)
                        .results()
                        .filter(parameter -> "charset".equalsIgnoreCase(parameter.group(1)))
                        .map(charset -> Objects.requireNonNullElse(charset.group(2), charset.group(3)))
                        .allMatch(charset -> UTF_8.contains(charset.toLowerCase(Locale.ROOT)));
    }

    private static byte[] bytes(Request request) {
        if (!request.isBase64()) {
            return request.body().getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(request.body());
        } catch (IllegalArgumentException notBase64) {
            throw Fields.invalid("", "must be base64 where the event says so");
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw Fields.invalid("", "must be UTF-8");
        }
    }
}
