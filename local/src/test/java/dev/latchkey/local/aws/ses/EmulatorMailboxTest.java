package dev.latchkey.local.aws.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.latchkey.local.http.LoopbackServer;
import dev.latchkey.local.http.Reply;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail is read where emulators show it, each in its own form. */
class EmulatorMailboxTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ACCOUNT = "123456789012";
    private static final String LOCAL_STACK = """
            {"messages": [
              {"Id": "m1", "Region": "eu-west-1", "Source": "=?UTF-8?B?w4Q=?= <p@latchkey.test>", "Subject": "One",
               "Destination": {"ToAddresses": ["a@example.com"]}, "Body": {"text_part": "t", "html_part": "h"}},
              {"Id": "m2", "Source": "p@latchkey.test", "Subject": "Two", "Destination": {"ToAddresses": ["b@example.com"]},
               "Body": {"text_part": "t", "html_part": null}},
              {"Id": "m3", "Source": "q@other.test", "Subject": "Not ours",
               "Destination": {"ToAddresses": ["a@example.com"]}, "Body": {"text_part": "t"}}]}""";
    private static final String MINISTACK = """
            {"messages": {"123456789012": [
              {"MessageId": "m1", "Source": "p@latchkey.test", "To": ["a@example.com"], "CC": [], "BCC": [],
               "Subject": "One", "BodyText": "t", "BodyHtml": "h", "Timestamp": 1.5, "Type": "SendEmail"}]}}""";

    private final AtomicInteger asked = new AtomicInteger();
    private LoopbackServer emulator;

    @BeforeEach
    void bind() throws IOException {
        emulator = LoopbackServer.bind(0);
    }

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void ofLocalStack_oursAreShown_newestFirst_withTheTagsAndTheTimeNotedOnTheWay() {
        EmulatorMailbox mailbox = showing("/_aws/ses", LOCAL_STACK);
        mailbox.sent("m1", Map.of("kind", "link"));
        mailbox.sent("m2", Map.of());
        assertThat(mailbox.messages(null)).extracting(Mailbox.Message::id).containsExactly("m2", "m1");
        assertThat(mailbox.messages("A@example.com"))
                .containsExactly(new Mailbox.Message(
                        "m1",
                        NOW,
                        "\u00c4 <p@latchkey.test>",
                        "a@example.com",
                        "One",
                        "t",
                        "h",
                        Map.of("kind", "link"),
                        ""));
    }

    @Test
    void ofMinistack_theAccountsAreShown() {
        EmulatorMailbox mailbox = showing("/_ministack/ses/messages?account=" + ACCOUNT, MINISTACK);
        mailbox.sent("m1", Map.of());
        assertThat(mailbox.messages("a@example.com")).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("One");
            assertThat(mail.html()).isEqualTo("h");
        });
    }

    @Test
    void whileNothingNewWasSent_theEmulatorIsNotAsked() {
        EmulatorMailbox mailbox = showing("/_aws/ses", LOCAL_STACK);
        assertThat(mailbox.messages(null)).isEmpty();
        assertThat(asked).hasValue(0);
        mailbox.sent("m1", Map.of());
        assertThat(mailbox.messages(null)).isEqualTo(mailbox.messages(null)).hasSize(1);
        assertThat(asked).hasValue(1);
    }

    @Test
    void anEndpointThatShowsNoMail_isRefused() {
        EmulatorMailbox mailbox = showing("/elsewhere", LOCAL_STACK);
        mailbox.sent("m1", Map.of());
        assertThatIllegalStateException()
                .isThrownBy(() -> mailbox.messages(null))
                .withMessageContaining("/_aws/ses");
    }

    private EmulatorMailbox showing(String address, String body) {
        emulator.serve(request -> {
            asked.incrementAndGet();
            String target = request.query().isEmpty() ? request.path() : request.path() + "?" + request.query();
            return target.equals(address)
                    ? Reply.of(200, "application/json", body)
                    : Reply.of(404, "application/json", "{}");
        });
        return new EmulatorMailbox(emulator.uri(), ACCOUNT, InstantSource.fixed(NOW));
    }
}
