package org.constancia.evidence.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.SocketFactory;
import org.constancia.core.failure.ConstanciaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Part of torture test T22: attempts to have a capture reach what only this machine or its network can reach. Every
/// socket the capture opens is counted; the only server it may reach is one on the loopback address, by an opening
/// that exists in this test alone, and that server sends it to all the others.
class ForgedRequestTest {
    private static final CaptureLimits LIMITS =
            new CaptureLimits(100_000, 1_000_000, 500, 5, Duration.ofSeconds(2), Duration.ofSeconds(60));

    /// Addresses that are not public, in the ways people write them.
    private static final List<String> INSIDE = List.of(
            "127.0.0.1",
            "127.1",
            "127.0.1",
            "127.127.127.127",
            "0.0.0.0",
            "0",
            "2130706433",
            "017700000001",
            "0177.0.0.1",
            "0177.0.0.01",
            "0x7f.0.0.1",
            "0x7f000001",
            "0x7f.1",
            "127.0.0.0x1",
            "00127.0.0.1",
            "127.0.0.1.",
            "10.0.0.1",
            "10.255.255.254",
            "167772161",
            "172.16.0.1",
            "172.31.255.254",
            "192.168.0.1",
            "192.168.255.254",
            "3232235777",
            "0xc0a80001",
            "169.254.169.254",
            "2852039166",
            "0xa9fea9fe",
            "0xa9.0xfe.0xa9.0xfe",
            "0251.0376.0251.0376",
            "169.254.170.2",
            "100.100.100.200",
            "100.64.0.1",
            "192.0.0.192",
            "198.18.0.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "[::1]",
            "[::]",
            "[0:0:0:0:0:0:0:1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[::ffff:169.254.169.254]",
            "[::ffff:a9fe:a9fe]",
            "[::127.0.0.1]",
            "[64:ff9b::127.0.0.1]",
            "[64:ff9b::a9fe:a9fe]",
            "[2002:7f00:1::]",
            "[2002:a9fe:a9fe::]",
            "[fe80::1]",
            "[fe80::1%25lo]",
            "[fc00::1]",
            "[fd00:ec2::254]",
            "[ff02::1]",
            "[2001:db8::1]",
            "[2001::1]",
            "localhost",
            "LOCALHOST",
            "localhost.",
            "localhost.localdomain",
            "metadata.test",
            "rebinding.test",
            "both.test",
            "six.test");

    /// Whole addresses that try to be read in two ways.
    private static final List<String> TRICKS = List.of(
            "http://example.test@127.0.0.1/",
            "http://example.test:80@127.0.0.1/",
            "http://127.0.0.1@example.test/",
            "http://user:secret@localhost/",
            "http://example.test%40127.0.0.1/",
            "http://127.0.0.1%2f.example.test/",
            "http://127.0.0.1%00.example.test/",
            "http://127.0.0.1\\@example.test/",
            "http:///127.0.0.1/",
            "http:127.0.0.1",
            "//127.0.0.1/",
            "file:///etc/passwd",
            "file://localhost/etc/passwd",
            "ftp://127.0.0.1/",
            "gopher://127.0.0.1:70/_x",
            "dict://127.0.0.1:11211/stat",
            "jar:http://127.0.0.1!/",
            "ldap://127.0.0.1/",
            "data:text/html,x",
            "javascript:alert(1)",
            "http://①②⑦.⓪.⓪.①/",
            "http://127。0。0。1/",
            "http://[::1",
            "http://[]/",
            "http://./",
            "http://-/");

    private final List<SocketAddress> connections = new ArrayList<>();
    private HttpServer server;
    private int port;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        port = server.getAddress().getPort();
        server.createContext("/redirect/", exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", target(exchange.getRequestURI().getQuery()));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/page", exchange -> {
            byte[] page = everything().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static List<String> attempts() {
        List<String> attempts = new ArrayList<>(TRICKS);
        for (String host : INSIDE) {
            attempts.add("http://" + host + "/");
            attempts.add("https://" + host + ":8443/latest/meta-data/");
        }
        return attempts;
    }

    private static String target(String number) {
        return attempts().get(Integer.parseInt(number));
    }

    private static String everything() {
        StringBuilder page = new StringBuilder("<html><body>");
        attempts().forEach(attempt -> page.append("<img src=\"").append(attempt).append("\">"));
        return page.append("</body></html>").toString();
    }

    @Test
    void noneOfThemIsConnectedToDirectly() {
        int refused = 0;
        for (String attempt : attempts()) {
            if (isRefused(attempt)) refused++;
        }
        assertThat(connections).isEmpty();
        assertThat(refused).isEqualTo(attempts().size()).isGreaterThanOrEqualTo(150);
    }

    @Test
    void noneOfThemIsConnectedToAfterARedirect() {
        int refused = 0;
        for (int i = 0; i < attempts().size(); i++) {
            if (isRefused("http://entrance.test:" + port + "/redirect/?" + i)) refused++;
        }
        assertThat(others()).isEmpty();
        assertThat(connections).as("the entrance itself").hasSize(attempts().size());
        assertThat(refused).isEqualTo(attempts().size());
    }

    @Test
    void noneOfThemIsConnectedToAsARequisite() {
        ByteArrayOutputStream warc = new ByteArrayOutputStream();
        PageCapture.Result result = capture().capture(URI.create("http://entrance.test:" + port + "/page"), warc);
        assertThat(others()).isEmpty();
        assertThat(result.records()).isEqualTo(1);
        assertThat(result.missing()).hasSizeGreaterThan(80);
    }

    /// A name that is public when asked first and private afterwards: it is asked once, and the answer used.
    @Test
    void aNameIsAskedOnce() {
        Map<String, Integer> asked = new HashMap<>();
        Resolver changing = host -> {
            int times = asked.merge(host, 1, Integer::sum);
            return List.of(InetAddress.getByName(times == 1 ? "192.0.2.1" : "127.0.0.1"));
        };
        PageCapture capture = new PageCapture(
                address -> address.getAddress().getHostAddress().equals("192.0.2.1"),
                changing,
                new Counting(),
                LIMITS,
                Clock.systemUTC());
        assertThat(isRefused(capture, "http://changing.test/")).isTrue();
        assertThat(asked).containsEntry("changing.test", 1);
        assertThat(connections)
                .allSatisfy(address -> assertThat(address.toString()).contains("192.0.2.1"));
    }

    private boolean isRefused(String attempt) {
        return isRefused(capture(), attempt);
    }

    private static boolean isRefused(PageCapture capture, String attempt) {
        try {
            capture.capture(new URI(attempt), new ByteArrayOutputStream());
            return false;
        } catch (ConstanciaException | URISyntaxException refused) {
            return true;
        }
    }

    private List<SocketAddress> others() {
        return connections.stream()
                .filter(address -> ((InetSocketAddress) address).getPort() != port)
                .toList();
    }

    private PageCapture capture() {
        Gate gate = address -> address.getPort() == port || Gate.publicOnly().permits(address);
        return new PageCapture(gate, ForgedRequestTest::resolve, new Counting(), LIMITS, Clock.systemUTC());
    }

    private static List<InetAddress> resolve(String host) throws UnknownHostException {
        return switch (host) {
            case "entrance.test", "rebinding.test", "localhost.localdomain" -> addresses("127.0.0.1");
            case "metadata.test" -> addresses("169.254.169.254");
            case "both.test" -> addresses("8.8.8.8", "10.0.0.7");
            case "six.test" -> addresses("::ffff:192.168.1.1", "::1");
            default -> {
                if (host.endsWith(".test")) throw new UnknownHostException(host);
                yield Resolver.ofThisMachine().resolve(host);
            }
        };
    }

    private static List<InetAddress> addresses(String... texts) throws UnknownHostException {
        List<InetAddress> addresses = new ArrayList<>();
        for (String text : texts) addresses.add(InetAddress.getByName(text));
        return addresses;
    }

    /// Sockets that tell where they are sent.
    private final class Counting extends SocketFactory {
        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(SocketAddress address, int timeout) throws IOException {
                    connections.add(address);
                    super.connect(address, timeout);
                }
            };
        }

        @Override
        public Socket createSocket(String host, int to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress address, int to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int to, InetAddress local, int from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress address, int to, InetAddress local, int from) {
            throw new UnsupportedOperationException();
        }
    }
}
