package dev.latchkey.local;

import dev.latchkey.local.sample.SampleHandlers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;

/** A local server of the sample template. */
final class SampleServer {
    private SampleServer() {}

    static LocalServer start(int port, int awsPort) {
        LocalSettings settings = new LocalSettings(
                port,
                awsPort,
                InetAddress.getLoopbackAddress(),
                null,
                true,
                null,
                null,
                "RS256",
                SampleHandlers.TEMPLATE);
        try {
            return LocalServer.start(settings, (environment, clock) -> SampleHandlers::make);
        } catch (IOException unstarted) {
            throw new UncheckedIOException(unstarted);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
