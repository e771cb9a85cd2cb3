package dev.latchkey.local.aws.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.aws.wire.AwsCall;
import dev.latchkey.local.aws.wire.AwsError;
import dev.latchkey.local.aws.wire.AwsReply;
import dev.latchkey.local.aws.wire.AwsService;
import dev.latchkey.local.aws.wire.Relay;

/** DynamoDB as another address has it; only the failures that are asked for are worded here. */
public final class DynamoDbProxy implements AwsService {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "com.amazonaws.dynamodb.v20120810#";
    private static final String OF_ALL_SERVICES = "com.amazon.coral.service#";

    private final Relay relay;

    public DynamoDbProxy(Relay relay) {
        this.relay = relay;
    }

    @Override
    public AwsReply answer(AwsCall call) {
        return relay.pass(call);
    }

    @Override
    public AwsReply error(AwsCall call, AwsError error) {
        String prefix = error.code().equals("AccessDeniedException") ? OF_ALL_SERVICES : PREFIX;
        ObjectNode body =
                JSON.createObjectNode().put("__type", prefix + error.code()).put("message", error.message());
        if (error.code().equals("TransactionCanceledException")) {
            addReasons(body, call);
        }
        return AwsReply.json(error.status(), "application/x-amz-json-1.0", body);
    }

    /** One reason an item, as the service gives them: callers look them up by the item's place. */
    private static void addReasons(ObjectNode body, AwsCall call) {
        var reasons = body.putArray("CancellationReasons");
        for (int i = 0; i < itemsIn(call); i++) {
            reasons.addObject().put("Code", i == 0 ? "TransactionConflict" : "None");
        }
    }

    private static int itemsIn(AwsCall call) {
        try {
            return JSON.readTree(call.text()).path("TransactItems").size();
        } catch (JsonProcessingException unreadable) {
            return 0;
        }
    }
}
