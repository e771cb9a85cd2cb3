package dev.latchkey.functions.http;

import dev.latchkey.json.StrictJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads a body as one JSON object in UTF-8, or refuses: size first, then type, then bytes, then syntax. */
final class JsonBody {

    private static final int LARGEST = 16 * 1024;
    private static final Pattern JSON =
            Pattern.compile("application/json(?:\\s*;\\s*charset\\s*=\\s*\"?utf-8\"?)?\\s*", Pattern.CASE_INSENSITIVE);

    private JsonBody() {}

    static Fields read(Request request) {
        if (request.body().remaining() > LARGEST) {
            throw new Refusal(Problem.PAYLOAD_TOO_LARGE);
        }
        if (!JSON.matcher(request.headers().getOrDefault("content-type", "")).matches()) {
            throw new Refusal(Problem.UNSUPPORTED_MEDIA_TYPE);
        }
        return StrictJson.object(text(request.body()))
                .map(Fields::new)
                .orElseThrow(() -> Fields.invalid("", "must be one JSON object"));
    }

    private static String text(ByteBuffer body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(body.duplicate()).toString();
        } catch (CharacterCodingException notUtf8) {
            throw Fields.invalid("", "must be UTF-8");
        }
    }
}
