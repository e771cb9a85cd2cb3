package dev.latchkey.local.aws.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.local.aws.Clients;
import dev.latchkey.local.aws.LocalAws;
import dev.latchkey.local.aws.TestClock;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;
import software.amazon.awssdk.services.ses.model.MessageTag;
import software.amazon.awssdk.services.ses.model.SendEmailResponse;
import software.amazon.awssdk.services.ses.model.SesException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SesServiceTest {
    private static final String SUBJECT = "Ihr Zugang für Müller & Söhne — bitte bestätigen 🔑 und danach anmelden";
    private static final String LONG_LINE = "https://portal.example/portal/#" + "k".repeat(3000) + " größer";

    private LocalAws aws;
    private SesClient ses;

    @BeforeAll
    void start() throws Exception {
        aws = LocalAws.start(TestClock.options(null));
        ses = Clients.ses(aws.endpoint());
    }

    @AfterAll
    void stop() {
        aws.close();
    }

    @Test
    void sentMail_isKeptForEachRecipientNewestFirst() {
        String first = send("us@example.com", List.of("x1@example.com")).messageId();
        String second = send("us@example.com", List.of("Someone <X1@Example.com>", "x2@example.com"))
                .messageId();
        assertThat(aws.mailbox().messages("x1@EXAMPLE.com"))
                .extracting(Mailbox.Message::id)
                .containsExactly(second, first);
        assertThat(aws.mailbox().messages("x2@example.com")).singleElement().satisfies(message -> {
            assertThat(message.at()).isEqualTo(TestClock.NOW);
            assertThat(message.subject()).isEqualTo(SUBJECT);
            assertThat(message.text()).isEqualTo(LONG_LINE);
            assertThat(message.html()).isEqualTo("<b>&</b>");
            assertThat(message.tags()).isEqualTo(Map.of("purpose", "link"));
            assertThat(message.raw()).isEmpty();
        });
        assertThat(aws.mailbox().messages("\u212Aelvin@example.com")).isEmpty();
    }

    @Test
    void rawMail_isDecodedWhole() {
        String mime = alternatives();
        ses.sendRawEmail(request -> request.rawMessage(raw -> raw.data(SdkBytes.fromUtf8String(mime)))
                .configurationSetName("any")
                .tags(tag("code")));
        assertThat(aws.mailbox().messages("raw@example.com")).singleElement().satisfies(message -> {
            assertThat(message.from()).isEqualTo("Müller <no-reply@example.com>");
            assertThat(message.subject()).isEqualTo(SUBJECT);
            assertThat(message.text().strip()).isEqualTo("Code größer than=1");
            assertThat(message.html().strip()).isEqualTo(LONG_LINE);
            assertThat(message.tags()).containsEntry("purpose", "code");
            assertThat(message.raw()).isEqualTo(mime);
        });
    }

    @Test
    void rawMailWithDestinations_goesThereWhateverTheHeaderSays() {
        String mime = "From: us@example.com\r\nTo: header@example.com\r\nSubject: s\r\n\r\nbody";
        ses.sendRawEmail(request -> request.destinations("envelope@example.com")
                .source("us@example.com")
                .rawMessage(raw -> raw.data(SdkBytes.fromUtf8String(mime))));
        assertThat(aws.mailbox().messages("header@example.com")).isEmpty();
        assertThat(aws.mailbox().messages("envelope@example.com"))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).isEqualTo("body"));
    }

    @Test
    void mailWithoutSourceOrDestination_isRefused() {
        for (var bad :
                List.<List<String>>of(List.of(), List.of("nobody"), List.of("mü@example.com"), List.of("a b@c"))) {
            assertThatThrownBy(() -> send("us@example.com", bad)).satisfies(SesServiceTest::isInvalid);
        }
        assertThatThrownBy(() -> send("", List.of("a@example.com"))).satisfies(SesServiceTest::isInvalid);
        String mime = "Subject: s\r\n\r\nbody";
        assertThatThrownBy(() -> ses.sendRawEmail(request -> request.destinations("a@example.com")
                        .rawMessage(raw -> raw.data(SdkBytes.fromUtf8String(mime)))))
                .satisfies(SesServiceTest::isInvalid);
    }

    @Test
    void moreThanFiftyRecipients_areRejected() {
        send("us@example.com", Collections.nCopies(50, "many@example.com"));
        assertThatThrownBy(() -> send("us@example.com", Collections.nCopies(51, "many@example.com")))
                .isInstanceOf(MessageRejectedException.class);
        assertThat(aws.mailbox().messages("many@example.com")).hasSize(50);
    }

    @Test
    void operators_canListIdentitiesStatisticsAndMail() throws Exception {
        send("us@example.com", List.of("listed@example.com"));
        ses.verifyEmailIdentity(request -> request.emailAddress("us@example.com"));
        assertThat(ses.listIdentities().identities()).containsExactly("us@example.com");
        assertThat(ses.getIdentityVerificationAttributes(request -> request.identities("us@example.com"))
                        .verificationAttributes())
                .containsKey("us@example.com");
        assertThat(ses.getSendQuota().sentLast24Hours()).isPositive();
        assertThat(ses.getSendStatistics().sendDataPoints().getFirst().deliveryAttempts())
                .isPositive();
        try (var http = HttpClient.newHttpClient()) {
            var page = http.send(
                    HttpRequest.newBuilder(aws.endpoint().resolve("/_aws/ses")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(page.body()).startsWith("{\"messages\":[{\"Id\":").contains("listed@example.com");
        }
        assertThatThrownBy(() -> ses.deleteIdentity(request -> request.identity("us@example.com")))
                .isInstanceOfSatisfying(
                        SesException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo("InvalidAction"));
    }

    private SendEmailResponse send(String from, List<String> to) {
        return ses.sendEmail(mail -> mail.source(from)
                .destination(destination -> destination.toAddresses(to))
                .tags(tag("link"))
                .message(message -> message.subject(subject -> subject.data(SUBJECT))
                        .body(body -> body.text(text -> text.data(LONG_LINE)).html(html -> html.data("<b>&</b>")))));
    }

    private static MessageTag tag(String purpose) {
        return MessageTag.builder().name("purpose").value(purpose).build();
    }

    private static void isInvalid(Throwable refused) {
        assertThat(refused)
                .isInstanceOfSatisfying(
                        SesException.class,
                        error -> assertThat(error.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValue"));
    }

    private static String alternatives() {
        return """
                From: =?UTF-8?Q?M=C3=BCller?= <no-reply@example.com>
                To: Client <raw@example.com>
                Subject: %s
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary="cut"

                --cut
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: quoted-printable

                Code gr=C3=B6=C3=9Fer=
                 than=3D1

                --cut
                Content-Type: text/html; charset=UTF-8
                Content-Transfer-Encoding: base64

                %s
                --cut--
                """.formatted(encodedWords(), base64Lines(LONG_LINE)).replace("\n", "\r\n");
    }

    /** Cuts between characters, as RFC 2047 asks. */
    private static String encodedWords() {
        var words = new StringBuilder();
        int[] characters = SUBJECT.codePoints().toArray();
        for (int i = 0; i < characters.length; i += 10) {
            String piece = new String(characters, i, Math.min(10, characters.length - i));
            words.append(i == 0 ? "" : "\n ")
                    .append("=?UTF-8?B?")
                    .append(Base64.getEncoder().encodeToString(piece.getBytes(StandardCharsets.UTF_8)))
                    .append("?=");
        }
        return words.toString();
    }

    private static String base64Lines(String text) {
        return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
