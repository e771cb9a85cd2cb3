package dev.latchkey.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.aws.dynamodb.Tables;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;

class LocalAwsTest {
    @Test
    void tablesOnDisk_surviveARestart(@TempDir Path dir) throws Exception {
        try (var aws = LocalAws.start(TestClock.options(dir));
                var dynamo = Clients.dynamoDb(aws.endpoint())) {
            Tables.create(aws.endpoint());
            dynamo.putItem(put -> put.tableName(Tables.NAME).item(Tables.item("a", "kept")));
        }
        try (var aws = LocalAws.start(TestClock.options(dir));
                var dynamo = Clients.dynamoDb(aws.endpoint())) {
            var found = dynamo.getItem(get -> get.tableName(Tables.NAME).key(Tables.key("a")));
            assertThat(found.item()).isEqualTo(Tables.item("a", "kept"));
        }
    }

    @Test
    void keysOnDisk_surviveARestartWithTheirState(@TempDir Path dir) throws Exception {
        SdkBytes sealed;
        try (var aws = LocalAws.start(TestClock.options(dir));
                var kms = Clients.kms(aws.endpoint())) {
            sealed = kms.encrypt(request ->
                            request.keyId("alias/latchkey-secrets").plaintext(SdkBytes.fromUtf8String("kept")))
                    .ciphertextBlob();
            kms.disableKey(request -> request.keyId("alias/latchkey-codes"));
        }
        try (var aws = LocalAws.start(TestClock.options(dir));
                var kms = Clients.kms(aws.endpoint())) {
            var opened = kms.decrypt(request -> request.ciphertextBlob(sealed));
            assertThat(opened.plaintext().asUtf8String()).isEqualTo("kept");
            var codes = kms.describeKey(request -> request.keyId("alias/latchkey-codes"));
            assertThat(codes.keyMetadata().enabled()).isFalse();
        }
    }

    @Test
    void keysOnDisk_fromBeforeThereWasOne_getThatOneAndKeepTheOthers(@TempDir Path dir) throws Exception {
        LocalAws.start(TestClock.options(dir)).close();
        Path file = dir.resolve("kms-keys.json");
        ObjectMapper json = new ObjectMapper();
        ObjectNode kept = (ObjectNode) json.readTree(file.toFile());
        String id = kept.withObject("/aliases").remove("alias/latchkey-cursors").asText();
        kept.withArray("/keys").removeIf(key -> key.path("id").asText().equals(id));
        json.writeValue(file.toFile(), kept);
        LocalAws.start(TestClock.options(dir)).close();
        ObjectNode now = (ObjectNode) json.readTree(file.toFile());
        assertThat(now.at("/aliases/alias~1latchkey-cursors").asText()).isEqualTo(id);
        assertThat(now.path("keys").valueStream())
                .containsAll(kept.path("keys"))
                .hasSize(5);
    }

    @Test
    void keyFile_isForItsOwnerOnlyAndRefusedWhenDamaged(@TempDir Path dir) throws Exception {
        LocalAws.start(TestClock.options(dir)).close();
        Path file = dir.resolve("kms-keys.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, Files.readString(file).replace("RSA_2048", "RSA_1"));
        assertThatThrownBy(() -> LocalAws.start(TestClock.options(dir))).isInstanceOf(IOException.class);
    }

    @Test
    void portInUse_isToldInOneLine() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var options = new LocalAws.Options(other.getLocalPort(), null, InstantSource.system());
            assertThatThrownBy(() -> LocalAws.start(options))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessage("port " + other.getLocalPort() + " is in use");
        }
    }

    @Test
    void closing_freesThePortAndLetsGoOfHangingCalls() throws Exception {
        int port;
        try (var aws = LocalAws.start(TestClock.options(null))) {
            port = aws.endpoint().getPort();
            aws.faults().add(new Fault("kms", "*", Fault.HANG, 1, Fault.When.BEFORE));
            Thread.ofVirtual().start(() -> {
                try (var kms = Clients.kms(aws.endpoint())) {
                    assertThatThrownBy(kms::listKeys).isNotNull();
                }
            });
            Awaitility.await()
                    .until(() ->
                            aws.calls().snapshot().getOrDefault("kms", Map.of()).containsKey("ListKeys"));
        }
        LocalAws.start(new LocalAws.Options(port, null, InstantSource.system())).close();
    }

    @Test
    void requestOfNoService_isAnUnknownOperation() throws Exception {
        try (var aws = LocalAws.start(TestClock.options(null));
                var http = HttpClient.newHttpClient()) {
            var reply = http.send(post(aws.endpoint(), "Nimbus.Rain"), HttpResponse.BodyHandlers.ofString());
            assertThat(reply.statusCode()).isEqualTo(400);
            assertThat(reply.body()).contains("UnknownOperationException");
            var unknown = http.send(post(aws.endpoint(), "TrentService.Rain"), HttpResponse.BodyHandlers.ofString());
            assertThat(unknown.body()).contains("\"__type\":\"UnknownOperationException\"");
        }
    }

    private static HttpRequest post(URI endpoint, String target) {
        return HttpRequest.newBuilder(endpoint)
                .header("X-Amz-Target", target)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
    }
}
