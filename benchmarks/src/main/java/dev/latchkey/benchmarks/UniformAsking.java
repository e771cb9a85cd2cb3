package dev.latchkey.benchmarks;

import dev.latchkey.local.LocalServer;
import dev.latchkey.local.LocalSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether the time it takes to ask for a sign-in link tells whose the address is. Asks in turn, in an order drawn anew
 * each round, for an address that is known, one whose contact is gone and one that nobody has, over HTTP; prints medians
 * as ratios to the last. The clock is moved on between rounds, so that no limit is reached.
 */
public final class UniformAsking {

    private static final int WARM_UP = 40;
    private static final int ROUNDS = 200;
    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(13);
    private static final Duration SETTLING = Duration.ofMillis(60);

    /** What is known of an address of the seed's firm {@code acme}. */
    private enum Address {
        KNOWN("c1@example.com"),
        GONE("c2@example.com"),
        NOBODYS("nobody@example.com");

        private final String email;

        Address(String email) {
            this.email = email;
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final LocalServer server;

    private UniformAsking(LocalServer server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> anyPort = Map.of("PORT", "0", "AWS_LOCAL_PORT", "0");
        try (LocalServer server = LocalServer.start(LocalSettings.from(anyPort))) {
            UniformAsking asking = new UniformAsking(server);
            asking.post("/_local/events", """
                    {"source":"practice","detail-type":"contact.deleted",
                     "detail":{"firmId":"acme","contactId":"c2","version":2}}""");
            asking.compare("mail service up");
            asking.fault("ServiceUnavailable");
            asking.compare("mail service failing");
            asking.fault("HANG");
            asking.compare("mail service hanging");
        }
    }

    private void fault(String error) throws IOException, InterruptedException {
        post("/_local/faults", """
                {"service":"ses","operation":"*","error":"%s","times":100000,"when":"before"}""".formatted(error));
    }

    private void compare(String when) throws IOException, InterruptedException {
        Samples taken = new Samples();
        List<Address> order = new ArrayList<>(Arrays.asList(Address.values()));
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            server.clock().setOffset(server.clock().offset().plus(BETWEEN_ROUNDS));
            Collections.shuffle(order);
            for (Address address : order) {
                LockSupport.parkNanos(SETTLING.toNanos());
                long time = ask(address);
                if (round >= WARM_UP) {
                    taken.add(address.name(), time);
                }
            }
        }
        for (Address address : Address.values()) {
            double ratio = taken.ratio(address.name(), Address.NOBODYS.name());
            System.err.printf("%s: %-8s median %.3f of nobody's%n", when, address, ratio);
        }
    }

    private long ask(Address address) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int status = post("/v1/firms/acme/magic-links", "{\"email\":\"" + address.email + "\"}");
        long time = System.nanoTime() - start;
        if (status != 202) {
            throw new IllegalStateException("asked, and answered " + status);
        }
        return time;
    }

    private int post(String path, String body) throws IOException, InterruptedException {
        URI uri = server.api().resolve(path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}
