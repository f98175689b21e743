package org.constancia.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final Map<String, String> PAGES = Map.of(
            "/",
            "<link href=\"/style.css\"><a href=\"/inbox?a=1&amp;b=2#here\">, <a href=\"https://elsewhere.example/\">",
            "/inbox",
            "<a href=\"/\">, <a href=\"many\">, <a href=\"#top\">",
            "/many",
            IntStream.range(0, 100).mapToObj("<a href=\"/%d\">"::formatted).reduce("", String::concat));

    private final HttpServer server = start();

    private static HttpServer start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", RehearsalTest::answer);
            started.start();
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] page = PAGES.getOrDefault(exchange.getRequestURI().getPath(), "nothing")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyPageOfTheServerIsOpenedOnceNearestFirstUpToAnEnd() {
        URI start = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        Stream<String> expected = Stream.concat(
                Stream.of("/", "/style.css", "/inbox?a=1&b=2", "/many"),
                IntStream.range(0, 36).mapToObj(number -> "/" + number));
        assertThat(Rehearsal.visit(start))
                .containsExactlyElementsOf(expected.map(start::resolve).toList());
    }

    @Test
    void aPersonsOwnRunIsNoRehearsal() {
        assertThat(Rehearsal.isOn()).isFalse();
    }
}
