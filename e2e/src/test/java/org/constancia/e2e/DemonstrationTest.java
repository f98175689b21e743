package org.constancia.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.constancia.app.demo.Demonstration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A stranger's way through the demonstration, on a real database: every page first, then the sample article from raw
/// page to public page.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemonstrationTest {
    private static DemoServer server;
    private static Chromium chromium;

    @TempDir
    private Path files;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
        server = DemoServer.start();
    }

    @AfterAll
    static void close() {
        if (server != null) server.close();
        if (chromium != null) chromium.close();
    }

    @Test
    @Order(1)
    void everyPageOfTheDemonstrationIsWellFormedAtBothWidths() {
        List<String> broken = new ArrayList<>();
        for (int width : new int[] {Tab.WIDE, Tab.NARROW}) {
            for (String path : reachable()) {
                try (Tab tab = Tab.open(chromium, server.address(), width)) {
                    tab.visit(path);
                    for (String violation : tab.violations()) broken.add(path + " " + violation);
                    for (String complaint : tab.complaints()) broken.add(path + " " + complaint);
                    if (tab.scrollsSideways()) broken.add(path + " scrolls sideways at " + width);
                    tab.screenshot("demo" + name(path) + "-" + width);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    /// The lists and the first record of every kind that they lead to.
    private static Set<String> reachable() {
        Set<String> paths = new LinkedHashSet<>(List.of(
                "/",
                "/inbox",
                "/sources",
                "/events",
                "/persons",
                "/conflicts",
                "/accountability",
                "/accountability/behind/no-known-proceeding",
                "/accountability/behind/stalled",
                "/commitments",
                "/map",
                "/timeline",
                "/search?q=homicidio+soacha+2022",
                "/public",
                "/public/accountability",
                "/public/map"));
        try (Tab tab = Tab.open(chromium, server.address(), Tab.WIDE)) {
            for (String[] list : new String[][] {
                {"/sources", "/sources/"}, {"/events", "/events/"}, {"/persons", "/persons/"}, {"/persons", "/groups/"},
                {"/conflicts", "/conflicts/"}, {"/public", "/public/events/"}
            }) {
                Page page = tab.visit(list[0]);
                String link = page.locator("main table a[href^='" + list[1] + "'], main li a[href^='" + list[1] + "']")
                        .first()
                        .getAttribute("href");
                paths.add(link);
                if (list[1].equals("/events/")) {
                    paths.add(link + "/acts");
                    paths.add("/history/" + link.substring(list[1].length()));
                }
            }
        }
        return paths;
    }

    private static String name(String path) {
        return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id").replaceAll("[^A-Za-z0-9]+", "-");
    }

    @Test
    @Order(2)
    void theListBehindAnImpunityFigureHasAsManyRowsAsTheFigure() {
        try (Tab tab = Tab.open(chromium, server.address(), Tab.WIDE)) {
            Page page = tab.visit("/accountability?lang=en");
            var number = page.locator("a[href*='/behind/no-conviction']").first();
            String figure = number.textContent().strip();
            page.navigate(server.address() + number.getAttribute("href"));
            assertThat(page.locator(".pages .quiet").textContent()).startsWith(figure + " in all");
        }
    }

    @Test
    @Order(3)
    void theSampleArticleGoesFromRawPageToPublicPageByKeyboard() throws IOException {
        try (Tab tab = Tab.open(chromium, server.address(), Tab.WIDE)) {
            bring(tab);
            acceptEverything(tab);
            String event = openEventOfThe29(tab);
            publish(tab, event);
            assertThat(tab.complaints()).isEmpty();
        }
    }

    /// The same bytes as the demonstration's: one source with two captures.
    private void bring(Tab tab) throws IOException {
        Path article = files.resolve("article.txt");
        try (InputStream sample =
                Objects.requireNonNull(Demonstration.class.getResourceAsStream("sample-article.txt"))) {
            Files.copy(sample, article);
        }
        Page page = tab.visit("/sources/new?lang=en");
        page.locator("#file").setInputFiles(article);
        page.locator("#published").focus();
        page.keyboard().type("2021-10-21");
        page.keyboard().press("Enter");
        page.waitForURL("**/sources/*notice=preserved*");
        assertThat(page.locator("h1").textContent()).startsWith("Blinken says human rights accountability");
        assertThat(page.locator(".boiler").allTextContents())
                .anyMatch(text -> text.contains("Spread the love"))
                .anyMatch(text -> text.contains("READ ALSO"))
                .anyMatch(text -> text.contains("Leave a Reply"));
        tab.screenshot("journey-1-source");
    }

    private static void acceptEverything(Tab tab) {
        Page page = tab.visit("/inbox?lang=en");
        tab.screenshot("journey-2-inbox");
        int waiting = waiting(page);
        assertThat(waiting).isPositive();
        for (int left = waiting; left > 0; left--) {
            page.evaluate("() => { window.before = true; }");
            page.keyboard().press("a");
            page.waitForFunction("() => !window.before && document.readyState === 'complete'");
            assertThat(waiting(page)).as("a accepts the current proposal").isEqualTo(left - 1);
        }
        tab.screenshot("journey-3-accepted");
    }

    private static int waiting(Page page) {
        var badge = page.locator(".inbox-head .badge.wait");
        return badge.count() == 0
                ? 0
                : Integer.parseInt(badge.textContent().strip().replaceAll("\\D.*$", ""));
    }

    private static String openEventOfThe29(Tab tab) {
        Page page = tab.visit("/search?q=29&lang=en");
        page = tab.visit("/events?lang=en");
        Set<String> events = new LinkedHashSet<>();
        for (var link : page.locator("main table th a").all()) events.add(link.getAttribute("href"));
        for (String event : events) {
            page = tab.visit(event);
            var figures = page.locator(".figs .val");
            if (figures.count() > 0 && figures.allTextContents().contains("29at least")) {
                assertThat(page.locator("#h-acts ~ *, section[aria-labelledby=h-acts]").first().textContent())
                        .doesNotContain("Macron");
                assertThat(page.locator("section[aria-labelledby=h-where]").textContent()).contains("whole country");
                assertThat(page.locator("section[aria-labelledby=h-where] circle.area").count())
                        .isZero();
                assertThat(tab.violations()).isEmpty();
                tab.screenshot("journey-4-event");
                return event;
            }
        }
        throw new AssertionError("no event has the figure 29, at least");
    }

    private static void publish(Tab tab, String event) {
        Page page = tab.visit(event);
        page.locator("form[action$='/public'] button").press("Enter");
        page.waitForURL("**notice=made-public*");
        page = tab.visit("/public" + event);
        assertThat(page.locator(".figs .val").allTextContents()).contains("29at least");
        assertThat(page.locator("main").textContent()).doesNotContain("212,326").doesNotContain("Macron");
        assertThat(tab.violations()).isEmpty();
        tab.screenshot("journey-5-public");
    }
}
