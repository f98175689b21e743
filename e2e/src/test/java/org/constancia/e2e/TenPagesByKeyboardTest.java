package org.constancia.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.constancia.app.sources.Intake.Known;
import org.constancia.store.record.SourceDoor.Arrival;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Ten invented pages, two of them copies of a third, worked off in the inbox with the keyboard alone; every
/// key is counted. The reviewer rejects each eighth proposal, about as many as are wrong, and puts everything
/// of a page into the event that the first proposal of the page made.
@Tag("drill")
class TenPagesByKeyboardTest extends RecordSite {
    private static final Path PAGES =
            Path.of("..", "text", "src", "test", "resources", "org", "constancia", "text", "pages");
    private static final List<String> NAMES =
            List.of("33.es", "35.en", "37.es", "39.en", "41.es", "43.en", "45.es", "47.en");
    private static final int EACH_REJECTED = 8;

    private int keys;
    private int decided;
    private int rejected;

    @BeforeAll
    static void fill() throws IOException {
        for (String name : NAMES) take(name, read(name));
        take("copy", read("35.en").replace("The Marlow Courier", "Hill Post"));
        take(
                "other-toll",
                read("35.en").replace("The Marlow Courier", "Bay Post").replace("At least 17", "At least 19"));
    }

    private static String read(String name) throws IOException {
        return Files.readString(PAGES.resolve(name + ".html")).replaceAll(" data-gold=\"\\w+\"", "");
    }

    private static void take(String name, String html) {
        workplace
                .intake()
                .take(
                        new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)),
                        new Arrival("upload", name + ".html"),
                        "text/html; charset=utf-8",
                        new Known(name, "2024-10-08", null));
    }

    @Test
    void tenPagesAreWorkedOffWithLessThanTwoKeysAProposal() {
        try (Tab tab = Tab.open(chromium, server.address().toString(), Tab.WIDE)) {
            Page page = tab.page();
            List<Integer> keysOfPages = new ArrayList<>();
            tab.visit("/inbox?lang=en");
            while (page.locator(".cand.now").count() > 0 && keysOfPages.size() < 20) {
                int before = keys;
                workOff(page);
                keysOfPages.add(keys - before);
                tab.visit("/inbox?lang=en");
            }
            System.out.printf(
                    "ten pages: %d proposals, %d accepted, %d rejected, with %d keys; by page %s%n",
                    decided + rejected, decided, rejected, keys, keysOfPages);
            assertThat(keysOfPages)
                    .as("the whole copy has nothing left to decide")
                    .hasSize(9);
            assertThat(page.locator(".cand").count()).as("nothing waits").isZero();
            assertThat(keys).isLessThan(2 * (decided + rejected));
            tab.visit("/events?lang=en");
            assertThat(page.locator("main a[href^='/events/0']").count())
                    .as("every story is an event on record")
                    .isGreaterThanOrEqualTo(NAMES.size());
            assertThat(tab.complaints()).isEmpty();
        }
    }

    /// Decides everything that waits on the page at hand.
    private void workOff(Page page) {
        if (page.locator(".family .badge.wait").count() > 0) press(page, "f");
        int waiting = page.locator(".cand:not(.done)").count();
        for (int i = 1; i <= waiting; i++) {
            if ((decided + rejected) % EACH_REJECTED == EACH_REJECTED - 1) {
                press(page, "r");
                press(page, "Enter");
                rejected++;
            } else {
                if (page.locator(".cand.now [data-key='1']").count() > 0) {
                    page.keyboard().press("1");
                    keys++;
                }
                press(page, "a");
                assertThat(page.locator(".notice.ok").textContent()).contains("Accepted");
                decided++;
            }
        }
    }

    /// Presses a key and waits for the page that it leads to.
    private void press(Page page, String key) {
        page.evaluate("() => { window.before = true; }");
        page.keyboard().press(key);
        keys++;
        page.waitForFunction("() => !window.before && document.readyState === 'complete'");
    }
}
