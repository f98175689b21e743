package org.constancia.evidence.capture;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Says which addresses a host name has.
@FunctionalInterface
public interface Resolver {
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /// That of this machine.
    static Resolver ofThisMachine() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
