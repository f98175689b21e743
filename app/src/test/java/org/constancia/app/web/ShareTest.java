package org.constancia.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.constancia.app.web.rule.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
    /// R. G. Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I, method 3.
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void theIntervalIsThatOfThePublishedTable(long right, long of, double low, double high) {
        Share share = new Share(right, of);
        assertThat(share.low()).isCloseTo(low, within(.00005));
        assertThat(share.high()).isCloseTo(high, within(.00005));
    }

    @Test
    void ofNothingNothingIsKnown() {
        assertThat(new Share(0, 0).low()).isZero();
        assertThat(new Share(0, 0).high()).isEqualTo(1);
    }
}
