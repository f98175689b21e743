package org.constancia.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.constancia.app.demo.Demonstration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a stranger does in the first ten minutes, on the real record: from the raw article to its public page, with the
/// keyboard wherever there is a key.
class FromArticleToPublicPageTest extends RecordSite {
    @BeforeAll
    static void fill() {
        workplace.demonstration().load();
    }

    @Test
    void anArticleBecomesARecordThatThePublicCanRead() {
        try (Tab tab = Tab.open(chromium, server.address().toString(), Tab.WIDE)) {
            Page page = tab.visit("/inbox?lang=en");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", "real-inbox.png")));
            assertThat(tab.violations()).isEmpty();

            accept(page, "F1");
            assertThat(page.locator(".notice.ok").textContent()).contains("Accepted");
            accept(page, "C1");

            String event = tab.visit("/events?lang=en")
                    .locator("main a:has-text('At least 29 people')")
                    .first()
                    .getAttribute("href");
            tab.visit(event + "?lang=en");
            String text = page.locator("main").textContent();
            assertThat(text).contains("29").contains("at least").contains("Colombia");
            assertThat(text).as("a country is never a pin").contains("the whole country is drawn");
            assertThat(text).as("nobody is accused of all 29").doesNotContain("Police");
            assertThat(text).contains("No known proceeding");
            tab.screenshot("real-event");
            assertThat(tab.violations()).isEmpty();

            String id = event.substring(event.lastIndexOf('/') + 1);
            assertThat(page.request()
                            .get(server.address() + "/public/events/" + id)
                            .status())
                    .isEqualTo(404);
            page.locator("form[action*='public'] button, button:has-text('Publish'), button:has-text('public')")
                    .first()
                    .click();
            tab.visit("/public/events/" + id + "?lang=en");
            assertThat(page.locator("main").textContent())
                    .contains("At least 29 people")
                    .contains("29");
            tab.screenshot("real-public");
            assertThat(tab.violations()).isEmpty();

            tab.visit("/commitments?lang=en");
            String commitments = page.locator("main").textContent();
            assertThat(commitments).contains("zero tolerance policy").contains("Ivan Duque");
            assertThat(commitments).contains("will not stand for vandalism");
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void theSameArticleBroughtAgainIsOneSourceWithTwoCaptures() throws IOException {
        Path article = home.resolve("article.txt");
        try (InputStream sample =
                Objects.requireNonNull(Demonstration.class.getResourceAsStream("sample-article.txt"))) {
            Files.copy(sample, article);
        }
        try (Tab tab = Tab.open(chromium, server.address().toString(), Tab.WIDE)) {
            Page page = tab.visit("/sources/new?lang=en");
            page.locator("#file").setInputFiles(article);
            page.locator("#outlet").focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/sources/*notice=preserved*");
            assertThat(page.locator("section[aria-labelledby=h-cap] li").count())
                    .isEqualTo(2);
            assertThat(page.locator(".boiler").allTextContents())
                    .anyMatch(text -> text.contains("Spread the love"))
                    .anyMatch(text -> text.contains("READ ALSO"))
                    .anyMatch(text -> text.contains("Leave a Reply"));
            assertThat(page.locator("#text").evaluate("text => text.textContent"))
                    .isEqualTo(Files.readString(article).strip());
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void theListBehindAnImpunityFigureHasAsManyRowsAsTheFigure() {
        try (Tab tab = Tab.open(chromium, server.address().toString(), Tab.WIDE)) {
            Page page = tab.visit("/accountability?lang=en");
            var number = page.locator("a[href*='/behind/no-conviction']").first();
            String figure = number.textContent().strip();
            tab.visit(number.getAttribute("href"));
            assertThat(page.locator(".pages .quiet").textContent()).startsWith(figure + " in all");
        }
    }

    @Test
    void everyPageOfTheDemonstrationIsSoundWideInEnglishAndNarrowInSpanish() {
        List<String> troubles = new ArrayList<>();
        for (int width : List.of(Tab.WIDE, Tab.NARROW)) {
            String language = width == Tab.WIDE ? "en" : "es";
            try (Tab tab = Tab.open(chromium, server.address().toString(), width)) {
                for (String path : pages(tab)) {
                    tab.visit(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
                    String name = path.replaceAll("[/?=&+]+", "-").replaceAll("[0-9a-f]{8}-[-0-9a-f]+", "id");
                    tab.screenshot("real" + name + "-" + width);
                    tab.violations().forEach(violation -> troubles.add(path + " " + language + " " + violation));
                    if (tab.scrollsSideways()) troubles.add(path + " scrolls sideways at " + width);
                }
                troubles.addAll(tab.complaints());
            }
        }
        assertThat(troubles).isEmpty();
    }

    private static List<String> pages(Tab tab) {
        List<String> pages = new ArrayList<>(List.of(
                "/",
                "/inbox",
                "/sources",
                "/sources/new",
                "/events",
                "/persons",
                "/conflicts",
                "/accountability",
                "/accountability/behind/no-charge",
                "/commitments",
                "/map",
                "/timeline",
                "/search?q=homicidio+soacha",
                "/public",
                "/public/accountability",
                "/public/map",
                "/about",
                "/help"));
        pages.add(first(tab, "/search?q=protestas+cali", "/events/"));
        pages.add(first(tab, "/persons", "/persons/"));
        pages.add(first(tab, "/sources", "/sources/0"));
        pages.add(first(tab, "/conflicts", "/conflicts/"));
        pages.add(first(tab, "/public", "/public/events/"));
        pages.add(first(tab, "/search?q=protestas+cali", "/events/") + "/acts");
        return pages;
    }

    private static String first(Tab tab, String list, String link) {
        return tab.visit(list)
                .locator("main a[href^='" + link + "']")
                .first()
                .getAttribute("href")
                .replaceFirst("#.*", "");
    }

    /// Goes to a card with `j` and accepts it with `a`.
    private static void accept(Page page, String tag) {
        for (int moves = 0;
                moves < 60 && !tag.equals(page.locator(".cand.now .tag").textContent());
                moves++) {
            press(page, "j");
        }
        assertThat(page.locator(".cand.now .tag").textContent()).isEqualTo(tag);
        press(page, "a");
    }

    private static void press(Page page, String key) {
        page.evaluate("() => { window.before = true; }");
        page.keyboard().press(key);
        page.waitForFunction("() => !window.before && document.readyState === 'complete'");
    }
}
