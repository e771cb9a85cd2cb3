package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB's typed JSON, as a Lambda event carries it: {@code {"S":"text"}}, numbers as text, binary in base64. */
final class AttributeJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AttributeJson() {}

    static ObjectNode item(Map<String, AttributeValue> item) {
        ObjectNode json = JSON.createObjectNode();
        item.forEach((name, value) -> json.set(name, value(value)));
        return json;
    }

    private static ObjectNode value(AttributeValue value) {
        ObjectNode json = JSON.createObjectNode();
        return switch (value.type()) {
            case S -> json.put("S", value.s());
            case N -> json.put("N", value.n());
            case B -> json.put("B", base64(value.b()));
            case BOOL -> json.put("BOOL", value.bool());
            case NUL -> json.put("NULL", true);
            case M -> json.set("M", item(value.m()));
            case L -> list(json, value.l());
            case SS -> texts(json, "SS", value.ss());
            case NS -> texts(json, "NS", value.ns());
            case BS ->
                texts(json, "BS", value.bs().stream().map(AttributeJson::base64).toList());
            case UNKNOWN_TO_SDK_VERSION -> nothing(json);
        };
    }

    /** The stream of DynamoDB Local leaves an empty map or list out of its value, and which of them it was. */
    private static ObjectNode nothing(ObjectNode json) {
        json.putObject("M");
        return json;
    }

    private static ObjectNode list(ObjectNode json, List<AttributeValue> values) {
        ArrayNode array = json.putArray("L");
        values.forEach(each -> array.add(value(each)));
        return json;
    }

    private static ObjectNode texts(ObjectNode json, String type, List<String> values) {
        ArrayNode array = json.putArray(type);
        values.forEach(array::add);
        return json;
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
    }
}
