package dev.latchkey.local.aws.kms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.local.aws.wire.AwsError;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parameters of one call; each accessor refuses what KMS would refuse about its parameter. */
record KmsRequest(JsonNode body) {
    static final int LONGEST_BLOB = 4096;

    Optional<String> text(String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new AwsError("SerializationException", name + " must be a string");
        }
        return Optional.of(value.textValue());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> invalid("Value at '" + name + "' must not be null"));
    }

    Optional<Integer> number(String name) {
        JsonNode value = body.path(name);
        return value.isInt() ? Optional.of(value.intValue()) : Optional.empty();
    }

    /** One to {@code longest} bytes. */
    byte[] blob(String name, int longest) {
        required(name);
        byte[] bytes = decode(name);
        if (bytes.length == 0 || bytes.length > longest) {
            throw invalid("Value at '" + name + "' must have a length of 1 to " + longest);
        }
        return bytes;
    }

    private byte[] decode(String name) {
        try {
            return body.path(name).binaryValue();
        } catch (IOException notBase64) {
            throw new AwsError("SerializationException", name + " is not base64");
        }
    }

    Map<String, String> encryptionContext() {
        Map<String, String> context = new TreeMap<>();
        body.path("EncryptionContext").properties().forEach(entry -> {
            if (!entry.getValue().isTextual()) {
                throw new AwsError("SerializationException", "EncryptionContext must hold strings");
            }
            context.put(entry.getKey(), entry.getValue().textValue());
        });
        return context;
    }

    static AwsError invalid(String what) {
        return new AwsError("ValidationException", "1 validation error detected: " + what);
    }
}
