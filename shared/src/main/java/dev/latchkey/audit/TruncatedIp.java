package dev.latchkey.audit;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * A source address without its last part: people can recognise their own network, but it identifies no person. Keeps
 * the first three numbers of an IPv4 address, and the first 48 bits of an IPv6 address.
 */
public final class TruncatedIp {

    private TruncatedIp() {}

    /** Text that is not an address is shown as unknown. */
    public static String of(String sourceIp) {
        try {
            byte[] bytes = InetAddress.ofLiteral(sourceIp).getAddress();
            return InetAddress.ofLiteral(sourceIp) instanceof Inet6Address
                    ? "%x:%x:%x::/48".formatted(pair(bytes, 0), pair(bytes, 2), pair(bytes, 4))
                    : "%d.%d.%d.0/24".formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
        } catch (IllegalArgumentException noAddress) {
            return "an unknown network";
        }
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }
}
