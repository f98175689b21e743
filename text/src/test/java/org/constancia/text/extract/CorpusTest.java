package org.constancia.text.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.constancia.text.extract.measure.GoldArticle;
import org.constancia.text.extract.measure.Measurement;
import org.constancia.text.extract.measure.Tally;
import org.junit.jupiter.api.Test;

/// The floors below which extraction must not fall, on the articles nobody looked into while writing rules.
class CorpusTest {
    private static final Map<String, Tally> HELD_OUT = measure(true);

    private static Map<String, Tally> measure(boolean heldOut) {
        Measurement measurement = new Measurement(_ -> {});
        Extractor extractor = RuleExtractor.bundled();
        for (GoldArticle article : GoldArticle.list(heldOut)) measurement.add(article, extractor);
        return measurement.tallies();
    }

    @Test
    void statementsWithTheirSpeaker() {
        assertThat(f1("statements es")).isGreaterThan(0.87);
        assertThat(f1("statements en")).isGreaterThan(0.90);
    }

    @Test
    void figuresWithTheirBound() {
        assertThat(f1("figures")).isGreaterThan(0.90);
    }

    @Test
    void datesResolved() {
        assertThat(f1("dates")).isGreaterThan(0.95);
    }

    @Test
    void stepsOfAccountability() {
        assertThat(f1("actions")).isGreaterThan(0.85);
    }

    @Test
    void actsWithTypeAndVictim() {
        assertThat(f1("acts")).isGreaterThan(0.76);
    }

    private static double f1(String what) {
        return HELD_OUT.getOrDefault(what, new Tally()).f1();
    }
}
