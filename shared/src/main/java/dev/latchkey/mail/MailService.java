package dev.latchkey.mail;

import dev.latchkey.snapstart.Snapshotted;
import dev.latchkey.store.AwsConnection;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.warmup.SdkWarmUp;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.Body;
import software.amazon.awssdk.services.ses.model.Content;
import software.amazon.awssdk.services.ses.model.MessageTag;
import software.amazon.awssdk.services.ses.model.SendEmailRequest;
import software.amazon.awssdk.services.ses.model.SesException;

/** Hands a message to SES, which builds the MIME structure. One recipient per message. */
public final class MailService implements Snapshotted {

    private static final String UTF_8 = "UTF-8";

    private final SesClient client;
    private final MailSettings settings;

    private MailService(SesClient client, MailSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    public static MailService connect(AwsConnection aws, MailSettings settings) {
        return new MailService(aws.configure(SesClient.builder(), "SES").build(), settings);
    }

    @Override
    public void prime() {
        SdkWarmUp.warmUp(SesClient.class);
    }

    /** Returns the mail service's message id, or throws {@link MailUnavailable} or {@link MailRefused}. */
    public String send(Message message) {
        SendEmailRequest request = SendEmailRequest.builder()
                .source(FromHeader.of(message.sender(), settings.fromAddress()))
                .destination(to -> to.toAddresses(message.to().address()))
                .message(mail -> mail.subject(content(message.subject()))
                        .body(Body.builder()
                                .text(content(message.text()))
                                .html(content(message.html()))
                                .build()))
                .configurationSetName(settings.configurationSet())
                .tags(tags(message))
                .build();
        try {
            return client.sendEmail(request).messageId();
        } catch (SesException answered) {
            boolean passing = answered.statusCode() >= 500
                    || answered.isThrottlingException()
                    || SesErrors.isOfUs(answered, settings.fromAddress());
            throw passing ? new MailUnavailable(answered) : new MailRefused(answered);
        } catch (SdkException unreachable) {
            throw new MailUnavailable(unreachable);
        }
    }

    private static List<MessageTag> tags(Message message) {
        return List.of(
                tag("firm", message.id().firm().value()),
                tag("kind", message.kind().tag()),
                tag("mail", message.id().id()),
                tag("address", message.to().keyIn(message.id().firm())));
    }

    private static MessageTag tag(String name, String value) {
        return MessageTag.builder().name(name).value(value).build();
    }

    private static Content content(String data) {
        return Content.builder().charset(UTF_8).data(data).build();
    }
}
