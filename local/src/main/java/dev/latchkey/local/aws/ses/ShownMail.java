package dev.latchkey.local.aws.ses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the address at which an emulator shows the mail that it took: {@code /_aws/ses} of LocalStack and of our own
 * endpoint, {@code /_ministack/ses/messages} of ministack. Refused is an endpoint that has neither.
 */
final class ShownMail {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI localStack;
    private final URI ministack;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A mail for one recipient. */
    record Mail(String id, String from, String to, String subject, String text, String html) {}

    ShownMail(URI endpoint, String account) {
        this.localStack = endpoint.resolve("/_aws/ses");
        this.ministack = endpoint.resolve(
                "/_ministack/ses/messages" + (account.matches("[0-9]{12}") ? "?account=" + account : ""));
    }

    /** All mail, each with as many entries as it has recipients. */
    List<List<Mail>> list() {
        JsonNode shown = get(localStack).path("messages");
        if (shown.isArray()) {
            return each(shown).map(ShownMail::ofLocalStack).toList();
        }
        JsonNode byAccount = get(ministack).path("messages");
        if (byAccount.isObject()) {
            return each(byAccount)
                    .flatMap(ShownMail::each)
                    .map(ShownMail::ofMinistack)
                    .toList();
        }
        throw new IllegalStateException(
                "the endpoint shows sent mail neither at " + localStack + " nor at " + ministack);
    }

    private static List<Mail> ofLocalStack(JsonNode mail) {
        JsonNode body = mail.path("Body");
        return each(mail.path("Destination").path("ToAddresses"))
                .map(to -> new Mail(
                        mail.path("Id").asText(),
                        mail.path("Source").asText(),
                        to.asText(),
                        mail.path("Subject").asText(),
                        body.path("text_part").asText(),
                        body.path("html_part").asText()))
                .toList();
    }

    private static List<Mail> ofMinistack(JsonNode mail) {
        return each(mail.path("To"))
                .map(to -> new Mail(
                        mail.path("MessageId").asText(),
                        mail.path("Source").asText(),
                        to.asText(),
                        mail.path("Subject").asText(),
                        mail.path("BodyText").asText(),
                        mail.path("BodyHtml").asText()))
                .toList();
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return list.valueStream();
    }

    private JsonNode get(URI address) {
        try {
            HttpResponse<byte[]> reply =
                    client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
            return reply.statusCode() == 200 ? JSON.readTree(reply.body()) : JSON.missingNode();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(closing);
        }
    }
}
