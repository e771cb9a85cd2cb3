package dev.latchkey.local;

import dev.latchkey.local.aws.LocalAws;
import dev.latchkey.local.aws.PortInUseException;
import dev.latchkey.local.http.LoopbackServer;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Takes the two ports. One that is in use is the likeliest thing to go wrong at a start, and is said with its cure. */
final class Ports {
    private Ports() {}

    static LoopbackServer bind(LocalSettings settings) throws IOException {
        try {
            return LoopbackServer.bind(settings.address(), settings.port());
        } catch (BindException taken) {
            throw inUse(settings.port(), "PORT", taken);
        }
    }

    static LocalAws aws(LocalSettings settings, Clock clock) throws IOException {
        prepare(settings.data());
        try {
            return LocalAws.start(new LocalAws.Options(
                    settings.address(), settings.awsPort(), settings.data(), clock, settings.emulator()));
        } catch (PortInUseException taken) {
            throw inUse(settings.awsPort(), "AWS_LOCAL_PORT", taken);
        }
    }

    private static void prepare(@Nullable Path data) {
        if (data != null) {
            try {
                Files.createDirectories(data);
            } catch (IOException unusable) {
                throw new BadSetting("LATCHKEY_DATA cannot be used: " + data + " is no directory", unusable);
            }
        }
    }

    private static BadSetting inUse(int port, String setting, Exception cause) {
        return new BadSetting("port " + port + " is in use: end what uses it, or set " + setting, cause);
    }
}
