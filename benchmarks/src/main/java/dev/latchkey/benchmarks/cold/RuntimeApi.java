package dev.latchkey.benchmarks.cold;

import dev.latchkey.local.http.Bytes;
import dev.latchkey.local.http.Header;
import dev.latchkey.local.http.LoopbackServer;
import dev.latchkey.local.http.Reply;
import dev.latchkey.local.http.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * As much of Lambda's Runtime API as one instance needs: it asks for its next event and brings back what became of it, and
 * before a snapshot asks to be restored. Whatever it reports as an error is a failure here.
 */
final class RuntimeApi implements AutoCloseable {

    private static final String VERSION = "/2018-06-01/runtime/";
    private static final long PATIENCE_SECONDS = 120;

    /** Something that the instance told, and what the clocks said then. */
    record Word(Kind kind, Bytes body, Moment at) {}

    /** Of what. */
    enum Kind {
        READY,
        ANSWERED,
        SNAPSHOT,
        FAILED
    }

    private final LoopbackServer server;
    private final Supplier<Moment> clocks;
    private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> restores = new LinkedBlockingQueue<>();
    private final BlockingQueue<Word> words = new LinkedBlockingQueue<>();

    RuntimeApi(Supplier<Moment> clocks) throws IOException {
        this.clocks = clocks;
        this.server = LoopbackServer.bind(0);
        server.serve(this::answer);
    }

    String address() {
        return "127.0.0.1:" + server.port();
    }

    /** Hands the event to the instance that has asked for one, or will. */
    void hand(byte[] event) {
        events.add(event);
    }

    /** Lets the instance go on from its snapshot. */
    void restore() {
        restores.add(true);
    }

    /** Waits for the next word of the instance, which must be of this kind. */
    Word expect(Kind kind) throws InterruptedException {
        Word word = words.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (word == null || word.kind() != kind) {
            throw new IllegalStateException("waited for " + kind + ", and came "
                    + (word == null
                            ? "nothing"
                            : word.kind() + ": " + new String(word.body().toArray(), StandardCharsets.UTF_8)));
        }
        return word;
    }

    private Reply answer(Request request) {
        Moment at = clocks.get();
        try {
            return switch (request.path().substring(VERSION.length())) {
                case "invocation/next" -> {
                    words.add(new Word(Kind.READY, Bytes.NONE, at));
                    yield event(events.take());
                }
                case "restore/next" -> {
                    words.add(new Word(Kind.SNAPSHOT, Bytes.NONE, at));
                    restores.take();
                    yield Reply.json(200, "{}");
                }
                case String told -> {
                    Kind kind = told.endsWith("/response") ? Kind.ANSWERED : Kind.FAILED;
                    words.add(new Word(kind, request.body(), at));
                    yield Reply.json(202, "{}");
                }
            };
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Reply.json(500, "{}");
        }
    }

    private static Reply event(byte[] event) {
        return new Reply(
                200,
                List.of(
                        new Header("content-type", "application/json"),
                        new Header(
                                "Lambda-Runtime-Aws-Request-Id",
                                UUID.randomUUID().toString()),
                        new Header(
                                "Lambda-Runtime-Deadline-Ms",
                                String.valueOf(
                                        System.currentTimeMillis() + TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS))),
                        new Header(
                                "Lambda-Runtime-Invoked-Function-Arn",
                                "arn:aws:lambda:eu-west-1:000000000000:function:cold")),
                Bytes.of(event));
    }

    @Override
    public void close() {
        server.close();
    }
}
