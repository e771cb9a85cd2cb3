package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** What the mail service reports on its topic, in both of its shapes. */
final class MailNotices {

    private MailNotices() {}

    /** As it publishes events, with the message's tags. */
    static void event(World world, String type, Mail mail) {
        ObjectNode notice = notice("eventType", type, mail.to());
        ObjectNode about = about(notice, mail.id(), Instant.now());
        mail.tags()
                .properties()
                .forEach(tag -> about.withObjectProperty("tags")
                        .putArray(tag.getKey())
                        .add(tag.getValue().asText()));
        assertThat(publish(world, notice).status()).isEqualTo(200);
    }

    /** As it notifies, where only the message's id tells whose it was. */
    static Answer notification(World world, String type, String messageId, String recipient, Instant sentAt) {
        ObjectNode notice = notice("notificationType", type, recipient);
        about(notice, messageId, sentAt);
        return publish(world, notice);
    }

    static ObjectNode notice(String shape, String type, String recipient) {
        ObjectNode notice = Api.JSON.createObjectNode().put(shape, type);
        boolean bounce = type.equals("Bounce");
        ObjectNode part = notice.putObject(bounce ? "bounce" : "complaint");
        part.put("feedbackId", "f-1").put("timestamp", Instant.now().toString());
        if (bounce) {
            part.put("bounceType", "Permanent").put("bounceSubType", "General");
        }
        ArrayNode recipients = part.putArray(bounce ? "bouncedRecipients" : "complainedRecipients");
        recipients.addObject().put("emailAddress", recipient);
        return notice;
    }

    static ObjectNode about(ObjectNode notice, String messageId, Instant sentAt) {
        return notice.putObject("mail").put("messageId", messageId).put("timestamp", sentAt.toString());
    }

    static Answer publish(World world, ObjectNode notice) {
        return publish(world, notice.toString());
    }

    static Answer publish(World world, String message) {
        ObjectNode event = Api.JSON.createObjectNode();
        event.putArray("Records")
                .addObject()
                .put("EventSource", "aws:sns")
                .putObject("Sns")
                .put("Type", "Notification")
                .put("MessageId", "m-1")
                .put("Message", message);
        return world.api().post("/_local/feedback", event);
    }
}
