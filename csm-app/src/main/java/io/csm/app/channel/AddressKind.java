package io.csm.app.channel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** What an IP address is for, as far as it matters to whoever connects to it. */
enum AddressKind {
    /** Somewhere in the internet. */
    PUBLIC,
    /** This machine, or one in a network of one's own: loopback, RFC 1918, unique local, shared by a carrier. */
    PRIVATE,
    /** Where no receiver lives: link-local, the metadata service of a cloud, multicast, documentation, not assigned. */
    RESERVED;

    private static final class Range {

        private final byte[] network;
        private final int bits;
        private final AddressKind kind;

        private Range(byte[] network, int bits, AddressKind kind) {
            this.network = network;
            this.bits = bits;
            this.kind = kind;
        }

        static Range of(AddressKind kind, String text) {
            int slash = text.indexOf('/');
            int bits = Integer.parseInt(text.substring(slash + 1));
            return new Range(literal(text.substring(0, slash)), bits, kind);
        }

        boolean holds(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            int rest = bits % Byte.SIZE;
            return Arrays.equals(address, 0, whole, network, 0, whole)
                    && (rest == 0 || ((address[whole] ^ network[whole]) & 0xff) >>> (Byte.SIZE - rest) == 0);
        }
    }

    /** The first that holds an address counts. */
    private static final List<Range> RANGES = List.of(
            Range.of(RESERVED, "169.254.0.0/16"), // with the metadata service of most clouds
            Range.of(RESERVED, "100.100.100.200/32"), // the metadata service of another
            Range.of(RESERVED, "fd00:ec2::254/128"), // and by IPv6
            Range.of(PRIVATE, "127.0.0.0/8"),
            Range.of(PRIVATE, "10.0.0.0/8"),
            Range.of(PRIVATE, "172.16.0.0/12"),
            Range.of(PRIVATE, "192.168.0.0/16"),
            Range.of(PRIVATE, "100.64.0.0/10"),
            Range.of(RESERVED, "0.0.0.0/8"),
            Range.of(RESERVED, "192.0.0.0/24"),
            Range.of(RESERVED, "192.0.2.0/24"),
            Range.of(RESERVED, "192.88.99.0/24"),
            Range.of(RESERVED, "198.18.0.0/15"),
            Range.of(RESERVED, "198.51.100.0/24"),
            Range.of(RESERVED, "203.0.113.0/24"),
            Range.of(RESERVED, "224.0.0.0/3"),
            Range.of(PRIVATE, "::1/128"),
            Range.of(PRIVATE, "fc00::/7"),
            Range.of(RESERVED, "::/128"),
            Range.of(RESERVED, "64:ff9b:1::/48"),
            Range.of(RESERVED, "100::/64"),
            Range.of(RESERVED, "2001::/32"),
            Range.of(RESERVED, "2001:db8::/32"),
            Range.of(RESERVED, "fe80::/9"), // link-local and the former site-local
            Range.of(RESERVED, "ff00::/8"));

    /** IPv6 addresses whose last four bytes are an IPv4 address: compatible, translated. */
    private static final List<Range> ENDING_IN_V4 =
            List.of(Range.of(PUBLIC, "::/96"), Range.of(PUBLIC, "::ffff:0:0:0/96"), Range.of(PUBLIC, "64:ff9b::/96"));

    private static final Range SIX_TO_FOUR = Range.of(PUBLIC, "2002::/16");
    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;

    static AddressKind of(InetAddress address) {
        return of(address.getAddress());
    }

    private static AddressKind of(byte[] address) {
        for (Range range : RANGES) {
            if (range.holds(address)) {
                return range.kind;
            }
        }
        return address.length == V6_BYTES ? ofTheAddressWithin(address) : PUBLIC;
    }

    /** An IPv6 address may lead to an IPv4 address: mapped, compatible, translated, or by a tunnel. */
    private static AddressKind ofTheAddressWithin(byte[] address) {
        if (isMapped(address) || ENDING_IN_V4.stream().anyMatch(range -> range.holds(address))) {
            return of(Arrays.copyOfRange(address, V6_BYTES - V4_BYTES, V6_BYTES));
        }
        return SIX_TO_FOUR.holds(address) ? of(Arrays.copyOfRange(address, 2, 2 + V4_BYTES)) : PUBLIC;
    }

    // Java turns a mapped address that it parses into an IPv4 address, so it cannot be written as a range
    private static boolean isMapped(byte[] address) {
        byte[] prefix = new byte[12];
        prefix[10] = prefix[11] = (byte) 0xff;
        return Arrays.equals(address, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] literal(String address) {
        try {
            return InetAddress.getAllByName(address)[0].getAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(address + " is no address", impossible);
        }
    }
}
