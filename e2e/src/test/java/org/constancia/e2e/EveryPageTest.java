package org.constancia.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page in Spanish on a wide screen: as it comes, in the dark and on paper.
final class EveryPageTest extends EveryPage {
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
            assertThat(tab.violationsOfColour()).as("in the dark").isEmpty();
            tab.screenshot(name(path) + "-dark");
            print(page, name(path));
            assertThat(tab.complaints()).isEmpty();
        }
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
}
