package org.constancia.app.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.constancia.app.capture.WebCapture.Captured;
import org.constancia.app.sources.Reception;
import org.constancia.app.web.source.Inside;
import org.constancia.app.web.source.SourcePage;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.capture.CaptureLimits;
import org.constancia.evidence.capture.Gate;
import org.constancia.evidence.capture.PageCapture;
import org.constancia.evidence.capture.Resolver;
import org.constancia.store.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// From an address to a source. The server is on this machine, which a capture refuses but for an opening made here.
final class WebCaptureTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    Path directory;

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private Reception reception;
    private String base;

    @BeforeEach
    void open() throws IOException {
        reception = new Reception(DATABASE, directory, Reception.LIMITS);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        base = "http://localhost:" + server.getAddress().getPort();
        answer(
                "/nota",
                200,
                "text/html; charset=utf-8",
                "<html lang=es><head><title>Tres muertos</title><link rel=stylesheet href=/s.css></head><body>"
                        + "<p>Tres personas murieron el lunes en Soacha, dijo la Cruz Roja.</p><img src=/f.png><img src=http://10.0.0.1/x></body></html>");
        answer("/s.css", 200, "text/css", "body { background: url(/b.png) }");
        answer("/f.png", 200, "image/png", "f");
        answer("/b.png", 200, "image/png", "b");
        answer("/gone", 410, "text/html", "<html><body><p>Ya no existe.</p></body></html>");
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        reception.close();
    }

    @Test
    void aPageBecomesAnArchiveAndASource() {
        Captured captured = capture(here()).capture(URI.create(base + "/nota"), "El Diario", "2021-10-21");

        assertThat(captured.status()).isEqualTo(200);
        assertThat(captured.answers()).as("page, style, photo, background").isEqualTo(4);
        assertThat(captured.missing()).singleElement().asString().contains("10.0.0.1");
        assertThat(captured.archive().proposals()).isPositive();
        SourcePage archive =
                reception.pages().getSource(captured.archive().source().toString());
        Inside.Part part = archive.inside().parts().getFirst();
        assertThat(part.number()).isEqualTo(captured.source());
        assertThat(Objects.requireNonNull(archive.inside().container()).kept()).isEqualTo(3);
        SourcePage page = reception.pages().getSource(part.id());
        assertThat(page.outlet()).isEqualTo("El Diario");
        assertThat(String.valueOf(page.published())).isEqualTo("2021-10-21");
        assertThat(page.text()).contains("Tres personas murieron");
        assertThat(Objects.requireNonNull(part.capture()).digest()).isEqualTo("holds");
        assertThat(reception.count("select count(*) from outbox where kind = 'page.captured'"))
                .isEqualTo(1);
    }

    @Test
    void whatWasNotAnsweredWithSuccessIsKeptInItsArchive() {
        Captured captured = capture(here()).capture(URI.create(base + "/gone"), null, null);

        assertThat(captured.status()).isEqualTo(410);
        assertThat(captured.source()).isNull();
        assertThat(captured.archive().parts()).isZero();
        assertThat(reception.count("select count(*) from source")).isEqualTo(1);
    }

    @Test
    void thisMachineIsRefusedAndNothingIsOnRecord() {
        assertThatThrownBy(() -> capture(Gate.publicOnly()).capture(URI.create(base + "/nota"), null, null))
                .isInstanceOfSatisfying(
                        ConstanciaException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.NOT_PERMITTED));
        assertThat(requests).hasValue(0);
        assertThat(reception.count("select count(*) from outbox")).isZero();
    }

    private Gate here() {
        return address -> address.getPort() == server.getAddress().getPort();
    }

    private WebCapture capture(Gate gate) {
        return new WebCapture(
                new PageCapture(gate, Resolver.ofThisMachine(), CaptureLimits.usual(), Clock.systemUTC()),
                reception.intake(),
                reception.records(),
                reception.session(),
                directory);
    }

    private void answer(String path, int status, String type, String text) {
        byte[] body = text.getBytes(UTF_8);
        server.createContext(path, exchange -> {
            requests.incrementAndGet();
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
