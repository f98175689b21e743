package org.constancia.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.constancia.app.web.SampleServer;
import org.junit.jupiter.api.Test;

/// The map draws what is known and nothing finer.
class MapTest {

    @Test
    void aCountryAndADepartmentAreFilledAMunicipalityIsACircleAndNothingIsAPin() {
        try (Chromium chromium = Chromium.open();
                SampleServer server = SampleServer.start();
                Tab tab = Tab.open(chromium, server.address(), Tab.WIDE)) {
            Page page = tab.visit("/map?lang=en");
            page.locator("path.known").first().waitFor();
            assertThat(page.locator("path.known").count()).isEqualTo(3);
            assertThat(page.locator(".leaflet-marker-icon").count()).isZero();
            assertThat(page.locator("path.known[aria-label^='Colombia (country)']")
                            .count())
                    .isEqualTo(1);
            page.locator("path.known[aria-label^='Cali']").focus();
            page.keyboard().press("Enter");
            page.locator(".leaflet-popup a[href='/events/e1']").waitFor();
            assertThat(tab.violations()).isEmpty();
            assertThat(tab.complaints()).isEmpty();
            tab.screenshot("map-popup");
        }
    }
}
