package org.constancia.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page on a telephone, and in English.
@Tag("drill")
final class EveryPageElsewhereTest extends EveryPage {
    @ParameterizedTest
    @MethodSource("pages")
    void inSpanishOnATelephone(String path) {
        try (Tab tab = Tab.open(chromium, server.address(), Tab.NARROW)) {
            tab.visit(in("es", path));
            assertThat(tab.violations()).isEmpty();
            assertThat(tab.complaints()).isEmpty();
            assertThat(tab.scrollsSideways()).isFalse();
            tab.screenshot(name(path) + "-es-" + Tab.NARROW);
        }
    }

    /// The colours are those of the Spanish page.
    @ParameterizedTest
    @MethodSource("pages")
    void inEnglishWide(String path) {
        try (Tab tab = Tab.open(chromium, server.address(), Tab.WIDE)) {
            tab.visit(in("en", path));
            assertThat(tab.violationsBesidesColour()).isEmpty();
            assertThat(tab.complaints()).isEmpty();
            assertThat(tab.scrollsSideways()).isFalse();
            tab.screenshot(name(path) + "-en-" + Tab.WIDE);
        }
    }
}
