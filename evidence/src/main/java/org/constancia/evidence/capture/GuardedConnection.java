package org.constancia.evidence.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// One HTTP/1.1 exchange with an address that was checked: the name is resolved once, every address it has must
/// be allowed, and the connection goes to the checked address, so that a name cannot change its meaning in
/// between.
final class GuardedConnection {
    private final Gate gate;
    private final Resolver resolver;
    private final SocketFactory sockets;
    private final CaptureLimits limits;
    private final Clock clock;

    GuardedConnection(Gate gate, Resolver resolver, SocketFactory sockets, CaptureLimits limits, Clock clock) {
        this.gate = gate;
        this.resolver = resolver;
        this.sockets = sockets;
        this.limits = limits;
        this.clock = clock;
    }

    /// What went over the wire.
    static final class Exchange {
        private final InetAddress address;
        private final byte[] request;
        private final byte[] response;

        private Exchange(InetAddress address, byte[] request, byte[] response) {
            this.address = address;
            this.request = request;
            this.response = response;
        }

        InetAddress address() {
            return address;
        }

        byte[] request() {
            return request.clone();
        }

        byte[] response() {
            return response.clone();
        }
    }

    /// Fetches one address without following redirects.
    ///
    /// @param budget the most bytes of the response
    Exchange fetch(URI target, long budget, Instant deadline) throws IOException {
        boolean secure = "https".equals(scheme(target));
        int port = target.getPort() >= 0 ? target.getPort() : secure ? 443 : 80;
        InetAddress address = resolve(target, port);
        try (Socket plain = sockets.createSocket()) {
            int patience = Math.toIntExact(limits.patience().toMillis());
            plain.setSoTimeout(patience);
            plain.connect(new InetSocketAddress(address, port), patience);
            try (Socket socket = secure ? secured(plain, target.getHost(), port) : plain) {
                byte[] request = request(target);
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                return new Exchange(address, request, read(socket.getInputStream(), budget, deadline));
            }
        }
    }

    private InetAddress resolve(URI target, int port) throws UnknownHostException {
        List<InetAddress> addresses = resolver.resolve(target.getHost());
        if (addresses.isEmpty()) throw new UnknownHostException(target.getHost());
        for (InetAddress address : addresses) {
            if (!gate.permits(new InetSocketAddress(address, port))) {
                throw new ConstanciaException(
                                Problem.NOT_PERMITTED, "A capture does not connect to addresses that are not public")
                        .with("host", target.getHost())
                        .with("address", address.getHostAddress());
            }
        }
        return addresses.getFirst();
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] request(URI target) {
        String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        String port = target.getPort() >= 0 ? ":" + target.getPort() : "";
        return ("GET " + path + query + " HTTP/1.1\r\nHost: " + target.getHost() + port
                        + "\r\nUser-Agent: constancia\r\nAccept: */*\r\nAccept-Encoding: identity\r\n"
                        + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] read(InputStream stream, long budget, Instant deadline) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            response.write(buffer, 0, read);
            if (response.size() > budget) {
                throw new ConstanciaException(Problem.TOO_LARGE, "The response is larger than a capture takes")
                        .with("limit", budget);
            }
            if (clock.instant().isAfter(deadline)) {
                throw new ConstanciaException(Problem.CANCELLED, "The capture took too long");
            }
        }
        return response.toByteArray();
    }

    /// The scheme of an address a capture may follow.
    static String scheme(URI target) {
        String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        String host = target.getHost();
        if (!web || host == null || target.getRawUserInfo() != null || !HostName.isPlain(host)) {
            throw new ConstanciaException(
                            Problem.NOT_PERMITTED,
                            "A capture takes plain addresses of http and https only, without a user name")
                    .with("target", target);
        }
        return scheme;
    }
}
