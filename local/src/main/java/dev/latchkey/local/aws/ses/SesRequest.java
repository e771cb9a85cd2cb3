package dev.latchkey.local.aws.ses;

import dev.latchkey.local.aws.wire.AwsError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form fields of one call. */
record SesRequest(Map<String, String> fields) {
    /** Absent and empty are the same to SES. */
    Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> invalid("Missing required parameter " + name));
    }

    /** The values of {@code name.member.1}, {@code .2} and so on, up to the first that is missing. */
    List<String> list(String name) {
        List<String> values = new ArrayList<>();
        for (int i = 1; fields.containsKey(name + ".member." + i); i++) {
            values.add(fields.getOrDefault(name + ".member." + i, ""));
        }
        return values;
    }

    Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 1; fields.containsKey("Tags.member." + i + ".Name"); i++) {
            String tag = "Tags.member." + i;
            tags.put(required(tag + ".Name"), required(tag + ".Value"));
        }
        return tags;
    }

    static AwsError invalid(String message) {
        return new AwsError("InvalidParameterValue", message);
    }
}
