package org.constancia.evidence.capture;

import java.util.Locale;
import java.util.regex.Pattern;

/// Hosts that mean one thing only. A host whose last label is a number is an IPv4 address for some programs and a name
/// for
/// others, and 0177.0.0.1 or 2130706433 are 127.0.0.1 for some: only the plain dotted form with four decimal numbers is
/// taken (WHATWG URL, "ends in a number checker").
final class HostName {
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern DOTTED = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]+|0x[0-9a-f]*)");
    private static final Pattern NAME = Pattern.compile("[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?\\.?");

    private HostName() {}

    /// @param host of a URI: an IPv6 address stands in brackets
    static boolean isPlain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        if (lower.startsWith("[")) return lower.endsWith("]") && lower.indexOf('%') < 0;
        if (!NAME.matcher(lower).matches()) return false;
        String whole = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        String last = whole.substring(whole.lastIndexOf('.') + 1);
        return !NUMBER.matcher(last).matches() || DOTTED.matcher(lower).matches();
    }
}
