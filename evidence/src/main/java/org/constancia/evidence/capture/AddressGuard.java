package org.constancia.evidence.capture;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/// Which addresses a capture may connect to: public ones only. Private, loopback, link-local (with the metadata
/// services of clouds), shared, reserved, multicast and unspecified addresses are refused, also when they hide
/// inside an IPv6 address (IANA special-purpose address registries; RFC 6890).
public final class AddressGuard {
    private AddressGuard() {}

    private record Block(int prefix, int bits) {
        private boolean contains(int address) {
            int mask = bits == 0 ? 0 : -1 << (32 - bits);
            return (address & mask) == (prefix & mask);
        }
    }

    private static final List<Block> REFUSED = List.of(
            new Block(ip(0, 0, 0), 8),
            new Block(ip(10, 0, 0), 8),
            new Block(ip(100, 64, 0), 10),
            new Block(ip(127, 0, 0), 8),
            new Block(ip(169, 254, 0), 16),
            new Block(ip(172, 16, 0), 12),
            new Block(ip(192, 0, 0), 24),
            new Block(ip(192, 0, 2), 24),
            new Block(ip(192, 88, 99), 24),
            new Block(ip(192, 168, 0), 16),
            new Block(ip(198, 18, 0), 15),
            new Block(ip(198, 51, 100), 24),
            new Block(ip(203, 0, 113), 24),
            new Block(ip(224, 0, 0), 3));

    /// Whether an address is public.
    public static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> isPublic(toInt(four.getAddress(), 0));
            case Inet6Address six -> isPublic(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic(int address) {
        return REFUSED.stream().noneMatch(block -> block.contains(address));
    }

    private static boolean isPublic(byte[] six) {
        boolean globalUnicast = (six[0] & 0xe0) == 0x20;
        if (!globalUnicast) {
            // Translated addresses 64:ff9b::/96 carry an IPv4 address; nothing else outside 2000::/3 is public.
            boolean translated = toInt(six, 0) == 0x0064ff9b && toInt(six, 4) == 0 && toInt(six, 8) == 0;
            return translated && isPublic(toInt(six, 12));
        }
        int head = toInt(six, 0);
        if (head >>> 16 == 0x2002) {
            return isPublic(toInt(six, 2));
        }
        boolean documentation = head == 0x20010db8 || head >>> 12 == 0x3fff0;
        boolean special = head >>> 9 == 0x20010000 >>> 9;
        return !documentation && !special;
    }

    private static int toInt(byte[] bytes, int from) {
        return (bytes[from] & 0xff) << 24
                | (bytes[from + 1] & 0xff) << 16
                | (bytes[from + 2] & 0xff) << 8
                | (bytes[from + 3] & 0xff);
    }

    private static int ip(int a, int b, int c) {
        return a << 24 | b << 16 | c << 8;
    }
}
