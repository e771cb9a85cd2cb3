package dev.latchkey.throttling;

import dev.latchkey.crypto.Base64Url;
import dev.latchkey.crypto.Digest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** The part of a source address that belongs to one subscriber: all of an IPv4 address, the first 64 bits of an IPv6 one. */
final class SourceAddress {

    private static final int NETWORK_BYTES = 8;
    private static final int KEY_LENGTH = 22;

    private SourceAddress() {}

    /** Its name in keys. Text that is no address counts as an address of its own. */
    static String key(String source) {
        return Digest.sha256(network(source)).substring(0, KEY_LENGTH);
    }

    private static String network(String source) {
        try {
            return InetAddress.ofLiteral(source) instanceof Inet6Address six
                    ? Base64Url.encode(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : source;
        } catch (IllegalArgumentException noAddress) {
            return source;
        }
    }
}
