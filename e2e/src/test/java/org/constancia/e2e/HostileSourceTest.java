package org.constancia.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.constancia.app.sources.Intake.Known;
import org.constancia.store.record.SourceDoor.Arrival;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The findings of the penetration test of another documentation system (BAY-01-001 and following) that can apply here:
/// scripts stored in titles, names and addresses, names of files that climb, originals that run in our pages.
class HostileSourceTest extends RecordSite {
    private static final List<String> SCRIPTS = List.of(
            "<script>window.hit=1</script>",
            "\"><img src=x onerror=window.hit=1>",
            "'><svg onload=window.hit=1>",
            "</title><script>window.hit=1</script>",
            "</code></small><iframe srcdoc='<script>parent.hit=1</script>'>",
            "javascript:window.hit=1",
            "{{constructor.constructor('window.hit=1')()}}",
            "<a href=javascript:window.hit=1>x</a>",
            "<style>@import'//127.0.0.1:9/x'</style>",
            "\u2028<script>window.hit=1</script>",
            "&lt;script&gt;window.hit=1&lt;/script&gt;",
            "../../../../etc/passwd");

    private static final List<String> SOURCES = new ArrayList<>();
    @BeforeAll
    static void fill() throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            for (String script : SCRIPTS) {
                zip.putNextEntry(new ZipEntry(script));
                zip.write(("Tres personas murieron en Soacha. " + script).getBytes(UTF_8));
            }
        }
        take(archive.toByteArray(), "<script>window.hit=1</script>.zip");
        String all = String.join(" ", SCRIPTS).replace("\u2028", " ");
        take(
                ("From: \"" + all.replace("\"", "") + "\" <a@example.org>\r\nDate: x\r\nSubject: " + all
                                + "\r\nContent-Type: text/html\r\n\r\n<html><body><p>Tres personas murieron en Soacha.</p>"
                                + all + "</body></html>")
                        .getBytes(UTF_8),
                "../../mensaje.eml");
        for (String script : SCRIPTS) {
            take(
                    ("<html><head><title>" + script.replace("<", "&lt;") + "</title></head><body><p>" + script
                                    + " Tres personas murieron el lunes en Soacha.</p></body></html>")
                            .getBytes(UTF_8),
                    script);
        }
    }

    private static void take(byte[] bytes, String name) {
        SOURCES.add(workplace
                .intake()
                .take(
                        new ByteArrayInputStream(bytes),
                        new Arrival("upload", name),
                        null,
                        new Known(name, null, "javascript:window.hit=1"))
                .source()
                .toString());
    }

    @Test
    void nothingThatCameInRunsInOurPages() {
        try (Tab tab = Tab.open(chromium, server.address().toString(), Tab.NARROW)) {
            List<String> pages = new ArrayList<>(List.of("/sources", "/", "/inbox", "/search?q=window.hit", "/public"));
            SOURCES.forEach(source -> pages.add("/sources/" + source));
            for (String path : pages) {
                Page page = tab.visit(path);
                assertThat(page.evaluate("() => typeof window.hit")).as(path).isEqualTo("undefined");
                assertThat(page.locator("main iframe, main script, [href^='javascript:']")
                                .count())
                        .as(path)
                        .isZero();
                assertThat(tab.scrollsSideways()).as(path).isFalse();
            }
            tab.visit("/sources/" + SOURCES.getFirst());
            assertThat(tab.violations()).isEmpty();
            assertThat(tab.page().locator("main").textContent()).contains("../../../../etc/passwd");
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void anOriginalIsADownloadOfNoTypeUnderANameOfOurs() {
        try (Tab tab = Tab.open(chromium, server.address().toString(), Tab.WIDE)) {
            for (String source : SOURCES) {
                APIResponse answer = tab.page().request().get(server.address() + "/sources/" + source + "/original");
                assertThat(answer.headers().get("content-type")).isEqualTo("application/octet-stream");
                assertThat(answer.headers().get("content-disposition"))
                        .matches("attachment; filename=\"[0-9a-f]{64}\\.bin\"");
                assertThat(answer.headers().get("x-content-type-options")).isEqualTo("nosniff");
            }
        }
    }

    @Test
    void noNameMadeAFile() {
        assertThat(home.resolveSibling("mensaje.eml")).doesNotExist();
        assertThat(home.getParent().resolveSibling("mensaje.eml")).doesNotExist();
        assertThat(home.resolve("reading")).isEmptyDirectory();
    }
}
