package dev.latchkey.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.local.LocalServer;
import dev.latchkey.local.LocalSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The local server in this process with one firm of ours, and what its clients do over HTTP. */
record Service(LocalServer server, HttpClient client) implements AutoCloseable {

    static final String FIRM = "bench";
    static final String PASSWORD = "wombats dig at midnight";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("[#&]set-up=([^&\\s]+)");
    private static final Duration POLLING = Duration.ofMillis(50);
    private static final int POLLS = 400;

    /** How one request was answered. */
    record Answer(int status, String body, long nanos) {

        Answer expecting(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException("asked, and answered " + status + ": " + body);
            }
            return this;
        }

        String text(String field) throws IOException {
            return JSON.readTree(body).path(field).asText();
        }
    }

    static Service start() throws IOException, InterruptedException {
        Map<String, String> bare = Map.of("PORT", "0", "AWS_LOCAL_PORT", "0", "LATCHKEY_SEED", "none");
        Service service = new Service(LocalServer.start(LocalSettings.from(bare)), HttpClient.newHttpClient());
        service.event("firm.upserted", """
                {"firmId":"bench","version":1,"name":"Bench & Co","plan":"BUSINESS"}""");
        return service;
    }

    /** A live person of the firm. */
    void contact(String id, String email) throws IOException, InterruptedException {
        contact(FIRM, id, 1, "\"" + email + "\"");
    }

    /** @param emails of it, each in quotes */
    Answer contact(String firm, String id, int version, String emails) throws IOException, InterruptedException {
        return event("contact.upserted", """
                {"firmId":"%s","contactId":"%s","version":%d,"type":"PERSON","name":"Client",
                 "emails":[%s],"archived":false}""".formatted(firm, id, version, emails));
    }

    /** Signs a contact up with {@link #PASSWORD}, by the mail and all; gives the session that it opens. */
    Answer signUp(String email) throws IOException, InterruptedException {
        post("/v1/firms/bench/accounts", "{\"email\":\"" + email + "\"}").expecting(202);
        String body = "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(mailedToken(email), PASSWORD);
        return post("/v1/accounts/set-up", body).expecting(201);
    }

    Answer logIn(String email, String password) throws IOException, InterruptedException {
        return post("/v1/firms/bench/login", logInBody(email, password));
    }

    static String logInBody(String email, String password) {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    }

    Answer refresh(String token) throws IOException, InterruptedException {
        return post("/v1/sessions/refresh", refreshBody(token));
    }

    static String refreshBody(String token) {
        return "{\"refreshToken\":\"" + token + "\"}";
    }

    /** Moves the clock of the functions on. */
    void later(Duration by) {
        server.clock().setOffset(server.clock().offset().plus(by));
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.api().resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Sends a body, or none where it is empty, as whoever the bearer stands for. */
    Answer as(String bearer, String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.api().resolve(path))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** A token of a member of the firm's staff who may do everything. */
    String staff(String firm) throws IOException, InterruptedException {
        return post("/_local/staff-tokens", """
                {"firmId":"%s","sub":"s1","roles":["portal:admin"]}""".formatted(firm)).expecting(200).text("token");
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<String> reply = client.send(request, BodyHandlers.ofString());
        return new Answer(reply.statusCode(), reply.body(), System.nanoTime() - start);
    }

    private Answer event(String type, String detail) throws IOException, InterruptedException {
        return post("/_local/events", """
                {"source":"practice","detail-type":"%s","detail":%s}""".formatted(type, detail)).expecting(200);
    }

    private String mailedToken(String email) throws IOException, InterruptedException {
        URI mailbox = server.api().resolve("/_local/mailbox?to=" + email);
        for (int poll = 0; poll < POLLS; poll++) {
            Answer mails = send(HttpRequest.newBuilder(mailbox).build()).expecting(200);
            for (JsonNode mail : JSON.readTree(mails.body())) {
                Matcher token = TOKEN.matcher(mail.path("text").asText());
                if (token.find()) {
                    return token.group(1);
                }
            }
            LockSupport.parkNanos(POLLING.toNanos());
        }
        throw new IllegalStateException("no mail came");
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
