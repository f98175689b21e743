package org.constancia.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One browser tab that notes what a page must never do: complain on the console, ask another origin for anything, or
/// break a rule of accessibility (axe-core).
final class Tab implements AutoCloseable {
    static final int WIDE = 1280;
    static final int NARROW = 360;
    private static final String AXE = read("axe.min.js");
    private static final String RUN_AXE = """
            async (options) => (await axe.run(document, options)).violations.flatMap(violation =>
                violation.nodes.map(node => violation.id + ': ' + node.html.slice(0, 200) + ' ' + node.failureSummary))
            """;

    /// The rules of axe-core whose answer depends on colours; they take most of its time.
    private static final List<String> OF_COLOUR = List.of("color-contrast", "link-in-text-block");

    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Tab(Chromium chromium, String address, NewContextOptions options) {
        this.address = address;
        context = chromium.browser().newContext(options.setBaseURL(address));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning"))
                complaints.add(message.type() + ": " + message.text());
        });
        page.onPageError(error -> complaints.add("script: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(address + "/") && !request.url().startsWith("data:"))
                complaints.add("another origin: " + request.url());
        });
    }

    static Tab open(Chromium chromium, String address, int width) {
        return new Tab(chromium, address, options(width));
    }

    static Tab withoutScripts(Chromium chromium, String address) {
        return new Tab(chromium, address, options(WIDE).setJavaScriptEnabled(false));
    }

    private static NewContextOptions options(int width) {
        return new NewContextOptions()
                .setViewportSize(width, width == NARROW ? 740 : 900)
                .setLocale("es-CO")
                .setTimezoneId("America/Bogota")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE);
    }

    private static String read(String resource) {
        try (InputStream stream = Objects.requireNonNull(Tab.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Opens a page and waits until it has asked for all it needs. The answer must be 200 with a heading.
    Page visit(String path) {
        Response response = page.navigate(path);
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        assertThat(response.status()).as(path).isEqualTo(200);
        assertThat(page.locator("h1").first().textContent()).as(path).isNotBlank();
        return page;
    }

    Page page() {
        return page;
    }

    String address() {
        return address;
    }

    /// Whatever a page was caught doing so far.
    List<String> complaints() {
        return complaints;
    }

    /// The rules of axe-core that the page breaks, with the elements that break them.
    List<String> violations() {
        return violations(Map.of("resultTypes", List.of("violations")));
    }

    /// Only the rules whose answer may be another in other colours.
    List<String> violationsOfColour() {
        return violations(Map.of("runOnly", OF_COLOUR));
    }

    /// All rules but those, for a page whose colours were looked at in another language.
    List<String> violationsBesidesColour() {
        Map<String, Map<String, Boolean>> off = new HashMap<>();
        for (String rule : OF_COLOUR) off.put(rule, Map.of("enabled", false));
        return violations(Map.of("rules", off));
    }

    @SuppressWarnings("unchecked")
    private List<String> violations(Map<String, ?> options) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) page.evaluate(AXE);
        return (List<String>) page.evaluate(RUN_AXE, options);
    }

    /// Whether the page as a whole can be scrolled sideways.
    boolean scrollsSideways() {
        return (Boolean) page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth");
    }

    void screenshot(String name) {
        page.screenshot(new ScreenshotOptions()
                .setPath(Path.of("target", "screens", name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
