package dev.latchkey.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffKeysTest {

    private static final String GOOD =
            "{\"kty\":\"RSA\",\"kid\":\"good\",\"use\":\"sig\",\"n\":\"" + "q".repeat(341) + "w\",\"e\":\"AQAB\"}";

    private final AtomicInteger fetches = new AtomicInteger();
    private volatile String body = "{\"keys\":[" + GOOD + "]}";
    private volatile Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private volatile int status = 200;
    private final HttpServer server;
    private final StaffKeys keys;

    StaffKeysTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            fetches.incrementAndGet();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        InstantSource source = () -> now;
        keys = new StaffKeys(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys"),
                source.withZone(ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatWasFetchedBeforeASnapshot_isForgotten_andSoIsAFailure() {
        assertThat(keys.find("good")).isPresent();
        keys.forget();
        assertThat(keys.find("good")).isPresent();
        assertThat(fetches).hasValue(2);
        status = 500;
        keys.forget();
        assertThatThrownBy(() -> keys.find("good")).isInstanceOf(StaffKeysUnavailable.class);
        status = 200;
        keys.forget();
        assertThat(keys.find("good")).isPresent();
    }

    @Test
    void aKnownKey_isFetchedOnceInTenMinutes() {
        assertThat(keys.find("good")).isPresent();
        now = now.plusSeconds(599);
        assertThat(keys.find("good")).isPresent();
        assertThat(fetches).hasValue(1);
        now = now.plusSeconds(1);
        assertThat(keys.find("good")).isPresent();
        assertThat(fetches).hasValue(2);
    }

    @Test
    void whoeverAsksWhileTheyAreFetched_waitsForThatFetch() throws InterruptedException {
        try (ExecutorService everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> asking = () -> keys.find("good").isPresent();
            assertThat(everybody.invokeAll(Collections.nCopies(50, asking))).allMatch(asked -> asked.resultNow());
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void unknownKeys_leadToOneFetchAMinute_whoeverAsksForWhatever() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(keys.find("made-up-" + i)).isEmpty();
        }
        assertThat(fetches).hasValue(1);
        now = now.plusSeconds(60);
        for (int i = 0; i < 1_000; i++) {
            assertThat(keys.find("made-up-" + i)).isEmpty();
        }
        assertThat(fetches).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"keys\":{}}",
                "{\"keys\":\"x\"}",
                "{\"keys\":null}",
                "<html>",
                "{\"keys\":[]}{}",
                "{\"keys\":[{\"kid\":\"good\",\"kid\":\"bad\"}]}"
            })
    void aSetThatCannotBeRead_isAnOutage_andIsNotAskedForAgainAtOnce(String malformed) {
        body = malformed;
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> keys.find("good")).isInstanceOf(StaffKeysUnavailable.class);
        }
        assertThat(fetches).hasValue(1);
        body = "{\"keys\":[" + GOOD + "]}";
        now = now.plusSeconds(5);
        assertThat(keys.find("good")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kid\":\"bad\"}",
                "{\"kty\":7,\"kid\":\"bad\"}",
                "{\"kty\":\"RSA\",\"kid\":\"bad\"}",
                "{\"kty\":\"RSA\",\"kid\":\"bad\",\"n\":7,\"e\":\"AQAB\"}",
                "{\"kty\":\"RSA\",\"kid\":\"bad\",\"n\":\"***\",\"e\":\"AQAB\"}",
                "{\"kty\":\"RSA\",\"kid\":\"bad\",\"n\":\"AQAB\",\"e\":\"AQAB\"}",
                "{\"kty\":\"EC\",\"kid\":\"bad\",\"crv\":\"P-256\",\"x\":\"AA\"}",
                "{\"kty\":\"EC\",\"kid\":\"bad\"}",
                "{\"kty\":\"oct\",\"kid\":\"bad\",\"k\":\"AAAA\"}",
                "{\"kty\":\"RSA\",\"kid\":\"bad\",\"alg\":7,\"n\":\"AQAB\",\"e\":\"AQAB\"}",
                "7",
                "null"
            })
    void oneKeyThatCannotBeRead_isPassedOver_andTheOthersWork(String bad) {
        body = "{\"keys\":[" + bad + "," + GOOD + "]}";
        assertThat(keys.find("good").flatMap(StaffAlgorithm::of)).isPresent();
        assertThat(keys.find("bad").flatMap(StaffAlgorithm::of)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"use\":\"enc\"", "\"use\":\"sig\",\"alg\":\"RS512\"", "\"use\":\"sig\",\"alg\":\"ES256\""})
    void aKeyForAnotherPurposeOrAlgorithm_verifiesNothing(String purpose) {
        body = "{\"keys\":[" + GOOD.replace("\"use\":\"sig\"", purpose) + "]}";
        assertThat(keys.find("good").flatMap(StaffAlgorithm::of)).isEmpty();
    }

    @Test
    void whileTheProviderIsDown_itsLastKeysServe_forAnHourAndNoLonger_andUnknownOnesAreAnOutage() {
        assertThat(keys.find("good")).isPresent();
        status = 500;
        now = now.plusSeconds(3_599);
        assertThat(keys.find("good")).isPresent();
        assertThatThrownBy(() -> keys.find("other")).isInstanceOf(StaffKeysUnavailable.class);
        assertThat(fetches).hasValue(2);
        now = now.plusSeconds(1);
        assertThatThrownBy(() -> keys.find("good")).isInstanceOf(StaffKeysUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nX-Drip: ",
                "HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n",
                "HTTP/1.1 2",
                ""
            })
    void aProviderThatDripsByteByByte_isGivenUp_andWhoeverWaitsBehindIsToldAtOnce(String beginning) throws Exception {
        try (ServerSocket dripping = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> drip(dripping, beginning));
            StaffKeys slow = new StaffKeys(
                    URI.create("http://127.0.0.1:" + dripping.getLocalPort()), Clock.fixed(now, ZoneOffset.UTC));
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> IntStream.range(0, 50)
                            .parallel()
                            .forEach(_ -> assertThatThrownBy(() -> slow.find("good"))
                                    .isInstanceOf(StaffKeysUnavailable.class)));
        }
    }

    /** Ends with whoever listens. */
    private static void drip(ServerSocket dripping, String beginning) {
        try (Socket socket = dripping.accept()) {
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            while (true) {
                socket.getOutputStream().write('1');
                Thread.sleep(200);
            }
        } catch (IOException | InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRedirectAnErrorOrAHugeSet_isAnOutage() {
        for (int other : new int[] {301, 404, 500}) {
            status = other;
            assertThatThrownBy(() -> keys.find("good")).isInstanceOf(StaffKeysUnavailable.class);
            now = now.plusSeconds(5);
        }
        assertThat(fetches).hasValue(3);
        status = 200;
        body = "{\"keys\":[" + GOOD + "],\"padding\":\"" + " ".repeat(256 * 1024) + "\"}";
        assertThatThrownBy(() -> keys.find("good")).isInstanceOf(StaffKeysUnavailable.class);
    }
}
