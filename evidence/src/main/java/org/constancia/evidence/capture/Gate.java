package org.constancia.evidence.capture;

import java.net.InetSocketAddress;

/// Which addresses a capture may connect to. The one for use is [#publicOnly()]; others are for networks of one's own
/// and for tests.
@FunctionalInterface
public interface Gate {
    boolean permits(InetSocketAddress address);

    static Gate publicOnly() {
        return address -> AddressGuard.isPublic(address.getAddress());
    }
}
