package org.constancia.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.constancia.app.web.SampleServer;
import org.junit.jupiter.api.Test;

/// What a source says is shown to the character.
class SourceTextTest {

    @Test
    void theTextOnThePageIsTheTextOfTheSource() {
        try (Chromium chromium = Chromium.open();
                SampleServer server = SampleServer.start();
                Tab tab = Tab.open(chromium, server.address(), Tab.WIDE)) {
            Page page = tab.visit("/sources/s12");
            assertThat(page.locator("#text").evaluate("text => text.textContent"))
                    .isEqualTo(server.record().getSource("s12").text());
            assertThat(page.locator("#p-f1").textContent()).isEqualTo("Al menos 29 personas murieron");
            assertThat(page.locator(".boiler").count()).isEqualTo(2);
        }
    }
}
