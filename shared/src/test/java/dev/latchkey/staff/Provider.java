package dev.latchkey.staff;

import com.sun.net.httpserver.HttpServer;
import dev.latchkey.crypto.Base64Url;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** An identity provider that publishes what it is told to, at an address of this machine, and whoever trusts it. */
final class Provider implements AutoCloseable {

    static final String ISSUER = "https://id.example.com";
    static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    private final AtomicInteger fetches = new AtomicInteger();
    private final HttpServer server;

    Provider(String... keys) {
        byte[] set = ("{\"keys\":[" + String.join(",", keys) + "]}").getBytes(StandardCharsets.UTF_8);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/", exchange -> {
            fetches.incrementAndGet();
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        server.start();
    }

    /** One that knows no keys yet. */
    AuthenticateStaff verifier() {
        return new AuthenticateStaff(
                new StaffIdentityProvider(ISSUER, "latchkey", address(), Duration.ofHours(12)),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    }

    int fetches() {
        return fetches.get();
    }

    /** The key as such a set holds it, for signatures by its own algorithm. */
    static String jwk(String kid, PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa(kid, rsa.getModulus(), rsa.getPublicExponent());
            case ECPublicKey ec -> ec(kid, ec.getW().getAffineX(), ec.getW().getAffineY());
            default -> throw new IllegalArgumentException("neither RSA nor EC");
        };
    }

    static String rsa(String kid, BigInteger modulus, BigInteger exponent) {
        return "{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"" + kid + "\",\"n\":\""
                + Base64Url.encode(unsigned(modulus)) + "\",\"e\":\"" + Base64Url.encode(unsigned(exponent)) + "\"}";
    }

    static String ec(String kid, BigInteger x, BigInteger y) {
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"" + kid + "\",\"x\":\""
                + Base64Url.encode(Numbers.fixed(x, 32)) + "\",\"y\":\"" + Base64Url.encode(Numbers.fixed(y, 32))
                + "\"}";
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] signed = number.toByteArray();
        return signed[0] == 0 && signed.length > 1 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
