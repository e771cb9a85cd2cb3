package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** A change of the table, in the form in which Lambda hands it on. */
record StreamRecord(String sequenceNumber, ObjectNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static StreamRecord of(Record record, String streamArn) {
        ObjectNode json = JSON.createObjectNode()
                .put("eventID", record.eventID())
                .put("eventName", record.eventNameAsString())
                .put("eventVersion", record.eventVersion())
                .put("eventSource", "aws:dynamodb")
                .put("awsRegion", record.awsRegion());
        json.set("dynamodb", change(record.dynamodb()));
        if (record.userIdentity() != null) {
            json.putObject("userIdentity")
                    .put("type", record.userIdentity().type())
                    .put("principalId", record.userIdentity().principalId());
        }
        json.put("eventSourceARN", streamArn);
        return new StreamRecord(record.dynamodb().sequenceNumber(), json);
    }

    /** @param position of a record; {@code null} is before all */
    boolean isAfter(@Nullable String position) {
        return position == null || Positions.ORDER.compare(sequenceNumber, position) > 0;
    }

    private static ObjectNode change(software.amazon.awssdk.services.dynamodb.model.StreamRecord change) {
        ObjectNode json = JSON.createObjectNode();
        json.put(
                "ApproximateCreationDateTime",
                change.approximateCreationDateTime().getEpochSecond());
        json.set("Keys", AttributeJson.item(change.keys()));
        if (change.hasNewImage()) {
            json.set("NewImage", AttributeJson.item(change.newImage()));
        }
        if (change.hasOldImage()) {
            json.set("OldImage", AttributeJson.item(change.oldImage()));
        }
        return json.put("SequenceNumber", change.sequenceNumber())
                .put("SizeBytes", change.sizeBytes())
                .put("StreamViewType", change.streamViewTypeAsString());
    }
}
