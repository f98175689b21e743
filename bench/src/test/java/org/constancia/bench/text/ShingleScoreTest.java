package org.constancia.bench.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The worked examples of the benchmark's description.
class ShingleScoreTest {
    @ParameterizedTest
    @CsvSource({
        "a b c d e,   a b c d f,     .5, .5",
        "a b c d e,   a b c d e x y, .5, 1",
        "a b c,       a b c d,       0,  0",
        "Hello a b c, hello a b c,   0,  0"
    })
    void theWorkedExamplesHold(String gold, String predicted, double precision, double recall) {
        ShingleScore.Page page = ShingleScore.page(gold, predicted);
        assertThat(page.precision()).isEqualTo(precision);
        assertThat(page.recall()).isEqualTo(recall);
    }

    @ParameterizedTest
    @CsvSource({"a b c d e, ''"})
    void anEmptyPredictionIsLeftOutOfPrecisionOnly(String gold, String predicted) {
        ShingleScore.Pages pages =
                ShingleScore.of(List.of(ShingleScore.page(gold, predicted), ShingleScore.page(gold, gold)));
        assertThat(pages.precision()).isEqualTo(1);
        assertThat(pages.recall()).isEqualTo(.5);
    }
}
