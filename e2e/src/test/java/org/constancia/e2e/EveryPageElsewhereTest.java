package org.constancia.e2e;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page on a telephone, and in English.
final class EveryPageElsewhereTest extends EveryPage {
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
}
