package dev.latchkey.local;

import dev.latchkey.local.aws.Emulator;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two addresses that may be set: where we listen, and where an emulator does. */
final class Addresses {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private Addresses() {}

    /**
     * Loopback unless another is given, which containers need. Refused are all addresses at once, public ones and those of
     * other machines: what listens here asks nobody who they are.
     */
    static InetAddress listening(String given) {
        if (given.isEmpty()) {
            return LOOPBACK;
        }
        if (given.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            InetAddress address = literal(given);
            if ((address.isLoopbackAddress() || address.isSiteLocalAddress()) && isOurs(address)) {
                return address;
            }
        }
        throw new BadSetting("LATCHKEY_ADDRESS must be one private address of this machine, such as that of the bridge"
                + " docker0, not \"" + given + "\"");
    }

    private static InetAddress literal(String given) {
        try {
            return InetAddress.ofLiteral(given);
        } catch (IllegalArgumentException outOfRange) {
            return InetAddress.ofLiteral("0.0.0.0");
        }
    }

    private static boolean isOurs(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknowable) {
            return false;
        }
    }

    /** Refused is AWS: signatures do not outlive the way there, and nothing here may touch what is real. */
    static @Nullable Emulator emulator(Map<String, String> environment) {
        String given = environment.getOrDefault("AWS_ENDPOINT_URL", "");
        if (given.isEmpty()) {
            return null;
        }
        if (!given.matches("http://[A-Za-z0-9.:\\[\\]-]+/?") || given.contains("amazonaws.com")) {
            throw new BadSetting(
                    "AWS_ENDPOINT_URL must be the http address of an emulator without a path, not \"" + given + "\"");
        }
        return new Emulator(URI.create(given), environment.getOrDefault("AWS_ACCESS_KEY_ID", "test"));
    }
}
