package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedGetTest {

    private static final int LARGEST = 1_000;
    private static final BoundedGet GET = new BoundedGet(Duration.ofSeconds(20), LARGEST);
    private static final BoundedGet IMPATIENT = new BoundedGet(Duration.ofMillis(300), LARGEST);
    private static final Duration SOON = Duration.ofSeconds(15);

    @Test
    void aDocument_comesWhole_andNothingLeavesButWhatWasAsked() throws IOException {
        try (RawServer server = RawServer.answering("the document")) {
            assertThat(GET.fetch(server.url(), Map.of("User-Agent", "us", "X-Ours", "1")))
                    .asString()
                    .isEqualTo("the document");
            assertThat(server.requests())
                    .singleElement()
                    .satisfies(head -> assertThat(head.lines())
                            .containsExactlyInAnyOrder(
                                    "GET / HTTP/1.1",
                                    "Host: " + server.uri().getAuthority(),
                                    "Connection: close",
                                    "Accept: */*",
                                    "User-Agent: us",
                                    "X-Ours: 1",
                                    ""));
        }
    }

    @Test
    void aRedirect_isNotFollowed() {
        try (RawServer elsewhere = RawServer.answering("the document");
                RawServer server = RawServer.saying(
                        "HTTP/1.1 302 Found\r\nLocation: " + elsewhere.uri() + "\r\nContent-Length: 0\r\n\r\n")) {
            assertFails(GET, server);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 401, 404, 429, 500, 503})
    void anyOtherStatusThan200_isNoDocument(int status) {
        try (RawServer server =
                RawServer.saying("HTTP/1.1 " + status + " So\r\nContent-Length: 12\r\n\r\nthe document")) {
            assertFails(GET, server);
        }
    }

    @Test
    void aDocumentAtTheBound_isTaken_andOneByteMoreIsNot() throws IOException {
        try (RawServer server = RawServer.answering("x".repeat(LARGEST))) {
            assertThat(GET.fetch(server.url(), Map.of())).hasSize(LARGEST);
        }
        try (RawServer server = RawServer.answering("x".repeat(LARGEST + 1))) {
            assertFails(GET, server);
        }
    }

    @Test
    void aDocumentThatNeverEnds_isGivenUpAtTheBound() {
        try (RawServer server = RawServer.dripping("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(LARGEST + 1))) {
            assertTimeoutPreemptively(SOON, () -> assertFails(GET, server));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 2",
                "HTTP/1.1 200 OK\r\nX-Drip: ",
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n384\r\n"
            })
    void aServerThatDripsByteByByte_isGivenUpInTime(String beginning) {
        try (RawServer server = RawServer.dripping(beginning)) {
            assertTimeoutPreemptively(SOON, () -> assertFails(IMPATIENT, server));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\nthe document",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nd\r\nthe document",
                "no HTTP at all\r\n\r\n",
                ""
            })
    void whatIsCutOff_orNoHttp_isNoDocument(String answer) {
        try (RawServer server = RawServer.saying(answer)) {
            assertFails(GET, server);
        }
    }

    @Test
    void whereNobodyIs_thereIsNoDocument() {
        RawServer gone = RawServer.answering("the document");
        gone.close();
        assertFails(GET, gone);
        assertThatThrownBy(() -> GET.fetch(URI.create("http://nobody.invalid").toURL(), Map.of()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whoeverIsToldToStop_stops_andStaysTold() {
        try (RawServer server = RawServer.dripping("")) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> GET.fetch(server.url(), Map.of())).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void eachDocument_hasAConnectionOfItsOwn() throws IOException {
        try (RawServer server = RawServer.answering("the document")) {
            for (String _ : List.of("first", "second")) {
                assertThat(GET.fetch(server.url(), Map.of())).isNotEmpty();
            }
            assertThat(server.requests()).hasSize(2);
        }
    }

    private static void assertFails(BoundedGet get, RawServer server) {
        assertThatThrownBy(() -> get.fetch(server.url(), Map.of())).isInstanceOf(IOException.class);
    }
}
