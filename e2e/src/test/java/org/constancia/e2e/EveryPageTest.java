package org.constancia.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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

    /// One look at the page as it comes, with every chip opened, in the dark and on paper.
    @ParameterizedTest
    @MethodSource("pages")
    void inSpanishWide(String path) {
        try (Tab tab = Tab.open(chromium, server.address(), Tab.WIDE)) {
            Page page = tab.visit(in("es", path));
            assertThat(tab.scrollsSideways()).isFalse();
            tab.screenshot(name(path) + "-es-" + Tab.WIDE);
            openEveryChip(tab, page);
            assertThat(tab.violations()).as("with all chips opened").isEmpty();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(tab.violations()).as("in the dark").isEmpty();
            tab.screenshot(name(path) + "-dark");
            print(page, name(path));
            assertThat(tab.complaints()).isEmpty();
        }
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

    private static void openEveryChip(Tab tab, Page page) {
        int chips = page.locator("details.chip").count();
        for (int i = 0; i < chips; i++) {
            page.locator("details.chip").nth(i).evaluate("chip => chip.open = true");
            assertThat(tab.scrollsSideways()).as("chip " + i).isFalse();
        }
    }

    private static void print(Page page, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".bar").isVisible()).as("the bar on paper").isFalse();
        page.pdf(new Page.PdfOptions().setFormat("A4").setPath(Path.of("target", "screens", name + ".pdf")));
    }

    private static void check(String path, String language, int width) {
        try (Tab tab = Tab.open(chromium, server.address(), width)) {
            tab.visit(in(language, path));
            assertThat(tab.violations()).isEmpty();
            assertThat(tab.complaints()).isEmpty();
            assertThat(tab.scrollsSideways()).isFalse();
            tab.screenshot(name(path) + "-" + language + "-" + width);
        }
    }

    private static String in(String language, String path) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }

    private static String name(String path) {
        String name = path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "home" : name;
    }
}
