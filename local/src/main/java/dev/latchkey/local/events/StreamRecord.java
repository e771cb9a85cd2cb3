package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** A change of the table, in the form in which Lambda hands it on. */
record StreamRecord(String sequenceNumber, ObjectNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static StreamRecord of(Record record, String streamArn) {
        var change = record.dynamodb();
        ObjectNode json = JSON.createObjectNode()
                .put("eventID", record.eventID())
                .put("eventName", record.eventNameAsString())
                .put("eventVersion", record.eventVersion())
                .put("eventSource", "aws:dynamodb")
                .put("awsRegion", record.awsRegion());
        ObjectNode dynamodb = json.putObject("dynamodb");
        dynamodb.put(
                "ApproximateCreationDateTime",
                change.approximateCreationDateTime().getEpochSecond());
        dynamodb.set("Keys", AttributeJson.item(change.keys()));
        if (change.hasNewImage()) {
            dynamodb.set("NewImage", AttributeJson.item(change.newImage()));
        }
        if (change.hasOldImage()) {
            dynamodb.set("OldImage", AttributeJson.item(change.oldImage()));
        }
        dynamodb.put("SequenceNumber", change.sequenceNumber())
                .put("SizeBytes", change.sizeBytes())
                .put("StreamViewType", change.streamViewTypeAsString());
        if (record.userIdentity() != null) {
            json.putObject("userIdentity")
                    .put("type", record.userIdentity().type())
                    .put("principalId", record.userIdentity().principalId());
        }
        json.put("eventSourceARN", streamArn);
        return new StreamRecord(change.sequenceNumber(), json);
    }
}
