package org.constancia.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.constancia.app.web.SampleServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds on every page: no rule of axe-core is broken, the console is silent, nothing is asked of another origin,
/// and the page does not scroll sideways.
class EveryPageTest {
    private static SampleServer server;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
        server = SampleServer.start();
    }

    @AfterAll
    static void close() {
        if (server != null) server.close();
        if (chromium != null) chromium.close();
    }

    static Stream<String> pages() {
        return Stream.of(
                "/",
                "/inbox",
                "/inbox?current=c2&mode=EDIT",
                "/inbox?current=c2&mode=REJECT",
                "/inbox?current=c2&mode=SPLIT",
                "/inbox?current=c2&mode=ATTACH&event=cali",
                "/inbox?current=c4",
                "/replies",
                "/sources",
                "/sources/s12",
                "/sources/new",
                "/events",
                "/events/e1",
                "/events/e1/acts",
                "/persons",
                "/persons/p7",
                "/groups/g1",
                "/conflicts",
                "/conflicts/e1/figure.number",
                "/history/e1",
                "/search?q=protestas",
                "/search?q=nada",
                "/accountability",
                "/accountability/behind/stalled",
                "/commitments",
                "/map",
                "/timeline",
                "/log",
                "/log/paper",
                "/help",
                "/about",
                "/public",
                "/public/events/e1",
                "/public/accountability",
                "/public/map",
                "/public/about");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void inSpanishWide(String path) {
        check(path, "es", Tab.WIDE);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void inSpanishOnATelephone(String path) {
        check(path, "es", Tab.NARROW);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void inEnglishWide(String path) {
        check(path, "en", Tab.WIDE);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void inTheDark(String path) {
        try (Tab tab = Tab.dark(chromium, server.address())) {
            tab.visit(path);
            assertThat(tab.violations()).isEmpty();
            tab.screenshot(name(path) + "-dark");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void withAllChipsOpened(String path) {
        try (Tab tab = Tab.open(chromium, server.address(), Tab.WIDE)) {
            Page page = tab.visit(path);
            for (int i = 0; i < page.locator("details.chip").count(); i++) {
                page.locator("details.chip").nth(i).evaluate("chip => chip.open = true");
                assertThat(tab.scrollsSideways()).as("chip " + i).isFalse();
            }
            assertThat(tab.violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void onPaper(String path) {
        try (Tab tab = Tab.open(chromium, server.address(), Tab.WIDE)) {
            Page page = tab.visit(path);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".bar").isVisible()).isFalse();
            page.pdf(new Page.PdfOptions().setFormat("A4").setPath(Path.of("target", "screens", name(path) + ".pdf")));
            assertThat(tab.complaints()).isEmpty();
        }
    }

    private static void check(String path, String language, int width) {
        try (Tab tab = Tab.open(chromium, server.address(), width)) {
            tab.visit(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            assertThat(tab.violations()).isEmpty();
            assertThat(tab.complaints()).isEmpty();
            assertThat(tab.scrollsSideways()).isFalse();
            tab.screenshot(name(path) + "-" + language + "-" + width);
        }
    }

    private static String name(String path) {
        String name = path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "home" : name;
    }
}
