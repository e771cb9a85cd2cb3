package dev.latchkey.local;

import dev.latchkey.local.aws.Emulator;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may be set about the local server.
 *
 * @param port of the API; 0 takes any free one
 * @param awsPort of the local AWS endpoint; 0 takes any free one
 * @param seed whether the seeded firms and contacts are brought in
 * @param data directory that keeps the database, null for one in memory
 * @param address of this machine that both ports are taken at
 * @param emulator whose DynamoDB, KMS and SES are used, null for our own
 * @param portal address of the client portal, null for {@code /portal/} of the API itself
 * @param signing what access tokens are signed with, {@code RS256} or {@code ES256}
 */
public record LocalSettings(
        int port,
        int awsPort,
        InetAddress address,
        @Nullable Emulator emulator,
        boolean seed,
        @Nullable Path data,
        @Nullable URI portal,
        String signing,
        Path template) {
    private static final int API_PORT = 3000;
    private static final int AWS_PORT = 4566;

    public static LocalSettings from(Map<String, String> environment) {
        String data = environment.get("LATCHKEY_DATA");
        return new LocalSettings(
                port(environment, "PORT", API_PORT),
                port(environment, "AWS_LOCAL_PORT", AWS_PORT),
                Addresses.listening(environment.getOrDefault("LATCHKEY_ADDRESS", "")),
                Addresses.emulator(environment),
                seed(environment.getOrDefault("LATCHKEY_SEED", "")),
                data == null || data.isEmpty() ? null : Path.of(data).toAbsolutePath(),
                portal(environment.getOrDefault("LATCHKEY_PORTAL_URL", "")),
                signing(environment.getOrDefault("LATCHKEY_SIGNING_ALGORITHM", "RS256")),
                template(environment.getOrDefault("LATCHKEY_TEMPLATE", "")));
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        String given = environment.getOrDefault(name, "");
        if (given.isEmpty()) {
            return otherwise;
        }
        if (!given.matches("[0-9]{1,5}") || Integer.parseInt(given) > 65_535) {
            throw new BadSetting(name + " must be a port number, not \"" + given + "\"");
        }
        return Integer.parseInt(given);
    }

    private static boolean seed(String given) {
        return switch (given) {
            case "" -> true;
            case "none" -> false;
            default -> throw new BadSetting("LATCHKEY_SEED can only be \"none\", not \"" + given + "\"");
        };
    }

    private static @Nullable URI portal(String given) {
        if (given.isEmpty()) {
            return null;
        }
        if (!given.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[^\\s#?]*)?")) {
            throw new BadSetting(
                    "LATCHKEY_PORTAL_URL must be an http address without query and fragment, not \"" + given + "\"");
        }
        return URI.create(given);
    }

    private static String signing(String given) {
        if (!given.equals("RS256") && !given.equals("ES256")) {
            throw new BadSetting("LATCHKEY_SIGNING_ALGORITHM must be RS256 or ES256, not \"" + given + "\"");
        }
        return given;
    }

    private static Path template(String given) {
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("template.yaml"))) {
                return at.resolve("template.yaml");
            }
        }
        throw new BadSetting("there is no template.yaml here or above");
    }
}
