package org.constancia.evidence.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.capture.CapturedPage.DigestState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureTest {
    private static final CaptureLimits LIMITS =
            new CaptureLimits(10_000, 50_000, 5, 3, Duration.ofSeconds(5), Duration.ofSeconds(30));
    private static final byte[] PAGE =
            "<html><img src='/photo.png'><link href=/style.css rel=stylesheet><script src=\"missing.js\"></script>Ñ"
                    .getBytes(UTF_8);

    private HttpServer server;
    private String base;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        base = "http://localhost:" + server.getAddress().getPort();
        answer("/page", 200, "text/html; charset=utf-8", PAGE);
        answer("/photo.png", 200, "image/png", new byte[] {1, 2, 3});
        answer("/style.css", 200, "text/css", "p {}".getBytes(UTF_8));
        answer("/large", 200, "text/plain", new byte[20_000]);
        redirect("/old", "/page");
        redirect("/loop", "/loop");
        redirect("/inside", "http://169.254.169.254/latest/meta-data/");
        redirect("/file", "file:///etc/passwd");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aPageAndItsRequisitesBecomeAWebArchive() {
        ByteArrayOutputStream warc = new ByteArrayOutputStream();
        PageCapture.Result result = local().capture(URI.create(base + "/old"), warc);
        assertThat(result.page()).isEqualTo(URI.create(base + "/page"));
        assertThat(result.status()).isEqualTo(200);
        assertThat(result.records())
                .as("redirect, page, photo, style, missing script")
                .isEqualTo(5);
        WebArchive.Contents contents = read(warc.toByteArray());
        assertThat(contents.rejections()).isEmpty();
        assertThat(contents.pages())
                .extracting(CapturedPage::target)
                .containsExactly(
                        base + "/old", base + "/page", base + "/photo.png", base + "/style.css", base + "/missing.js");
        assertThat(contents.pages()).allMatch(page -> page.digest() == DigestState.HOLDS);
        CapturedPage page = contents.pages().get(1);
        assertThat(page.mediaType()).isEqualTo("text/html");
        assertThat(page.bodyLength()).isEqualTo(PAGE.length);
        assertThat(page.headers()).isNotEmpty();
    }

    @Test
    void aWebArchiveInAZipIsReadToo() throws IOException {
        ByteArrayOutputStream warc = new ByteArrayOutputStream();
        local().capture(URI.create(base + "/page"), warc);
        ByteArrayOutputStream wacz = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(wacz)) {
            zip.putNextEntry(new ZipEntry("datapackage.json"));
            zip.putNextEntry(new ZipEntry("archive/data.warc"));
            zip.write(warc.toByteArray());
        }
        WebArchive.Contents contents =
                WebArchive.readWacz(new ByteArrayInputStream(wacz.toByteArray()), 1 << 20, (_, _, _, _) -> {});
        assertThat(contents.pages()).hasSize(4);
        assertThat(WebArchive.readWacz(new ByteArrayInputStream(PAGE), 1 << 20, (_, _, _, _) -> {})
                        .rejections())
                .hasSize(1);
    }

    @Test
    void aChangedByteOfARecordIsReported() {
        ByteArrayOutputStream warc = new ByteArrayOutputStream();
        local().capture(URI.create(base + "/page"), warc);
        byte[] bytes = warc.toByteArray();
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("<img") + 1] = 'x';
        WebArchive.Contents contents = read(bytes);
        assertThat(contents.pages().getFirst().digest()).isEqualTo(DigestState.DIFFERS);
        assertThat(contents.rejections()).singleElement().asString().contains("/page");
    }

    @Test
    void thePublicGuardRefusesThisMachine() {
        PageCapture guarded = new PageCapture(LIMITS, Clock.systemUTC());
        assertProblem(Problem.NOT_PERMITTED, guarded, base + "/page");
    }

    @Test
    void redirectsAreCheckedAgain() {
        assertProblem(Problem.NOT_PERMITTED, local(), base + "/inside");
        assertProblem(Problem.NOT_PERMITTED, local(), base + "/file");
        assertProblem(Problem.INPUT_NOT_FOUND, local(), base + "/loop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/", "file:///etc/passwd", "http:relative", "http://user@localhost/"})
    void onlyTheWebIsCaptured(String target) {
        assertProblem(Problem.NOT_PERMITTED, local(), target);
    }

    @Test
    void aResponseBeyondTheLimitIsRefused() {
        assertProblem(Problem.TOO_LARGE, local(), base + "/large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "255.255.255.255",
                "240.0.0.1",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "fec0::1",
                "2001:db8::1",
                "2001::1",
                "2002:7f00:0001::1",
                "2002:0a00:0001::1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "3fff::1"
            })
    void addressesThatAreNotPublicAreRefused(String address) throws IOException {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "100.63.0.1",
                "100.128.0.0",
                "169.253.1.1",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2002:0101:0101::1",
                "64:ff9b::1.1.1.1",
                "::ffff:8.8.8.8",
                "2400::1"
            })
    void publicAddressesAreAllowed(String address) throws IOException {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void threeHundredMutatedWebArchivesThrowNothing() {
        mutate(300);
    }

    @Test
    @Tag("slow")
    void twentyThousandMutatedWebArchivesThrowNothing() {
        mutate(20_000);
    }

    private void mutate(int count) {
        ByteArrayOutputStream warc = new ByteArrayOutputStream();
        local().capture(URI.create(base + "/page"), warc);
        byte[] good = warc.toByteArray();
        Random random = new Random(13);
        for (int i = 0; i < count; i++) {
            byte[] bad = good.clone();
            for (int change = 0; change <= random.nextInt(8); change++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            WebArchive.Contents contents = read(bad);
            assertThat(contents).as("mutation %d", i).isNotNull();
        }
    }

    private static WebArchive.Contents read(byte[] warc) {
        return WebArchive.readWarc(new ByteArrayInputStream(warc), 1 << 20, (_, _, _, _) -> {});
    }

    private static PageCapture local() {
        return new PageCapture(
                address -> address.getAddress().isLoopbackAddress(),
                Resolver.ofThisMachine(),
                LIMITS,
                Clock.systemUTC());
    }

    private static void assertProblem(Problem problem, PageCapture capture, String target) {
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> capture.capture(URI.create(target), new ByteArrayOutputStream()))
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo(problem));
    }

    private void answer(String path, int status, String type, byte[] body) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private void redirect(String path, String target) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
    }
}
