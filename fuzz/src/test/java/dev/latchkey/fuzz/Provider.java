package dev.latchkey.fuzz;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** An identity provider with one P-256 key, which signs whatever header and claims it is given. */
public final class Provider {

    public static final String ISSUER = "https://id.example.com";
    public static final String AUDIENCE = "latchkey";
    public static final String KID = "k1";

    /** What time it is for whoever verifies. */
    public static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    private final HttpServer server;
    private final KeyPair pair;

    private Provider(HttpServer server, KeyPair pair) {
        this.server = server;
        this.pair = pair;
    }

    /** With a new key, published at a free port of this machine, by a thread that ends with the process. */
    public static Provider start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
            Provider provider = new Provider(HttpServer.create(anyPort, 0), generator.generateKeyPair());
            provider.serve();
            return provider;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("ES256 is part of every JDK", impossible);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** The address of its key set. */
    public URI keys() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    }

    /** A compact JWS by ES256, whatever the header says of it. */
    public String signed(String header, String claims) {
        String content = encoded(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("ES256 is part of every JDK", impossible);
        }
    }

    private void serve() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        String set = "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"" + KID
                + "\",\"x\":\"" + coordinate(key.getW().getAffineX().toByteArray()) + "\",\"y\":\""
                + coordinate(key.getW().getAffineY().toByteArray()) + "\"}]}";
        byte[] bytes = set.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.setExecutor(task -> Thread.ofPlatform().daemon().start(task));
        server.start();
    }

    private static String coordinate(byte[] signed) {
        byte[] fixed = new byte[32];
        byte[] unsigned = signed.length > 32 ? Arrays.copyOfRange(signed, signed.length - 32, signed.length) : signed;
        System.arraycopy(unsigned, 0, fixed, 32 - unsigned.length, unsigned.length);
        return encoded(fixed);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
