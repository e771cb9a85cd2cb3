package dev.latchkey.acceptance;

import dev.latchkey.local.LocalServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The event files with good tokens in them, and the local server that those are good at, for who runs no test. */
public final class FilledEvents {

    private final World world = World.get();

    public LocalServer server() {
        return world.server();
    }

    /** Fills the event of this path below {@code events/}, with tokens that nobody else uses. */
    public byte[] fill(String path) throws IOException {
        return new EventTokens(world).fill(new EventFile(path).text()).getBytes(StandardCharsets.UTF_8);
    }

    /** Stands between an instance and AWS. */
    public Tap tap() {
        return new Tap(server().aws().endpoint());
    }

    /** All event files, by their path below {@code events/}. */
    public static List<String> paths() throws IOException {
        return EventFile.all().stream().map(EventFile::path).toList();
    }
}
