package org.constancia.text.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.constancia.text.clean.Block;
import org.constancia.text.document.TextLayer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExtractorsTest {
    private static final String TEXT = "Tres familias huyeron de la vereda.";
    private static final TextLayer LAYER =
            new TextLayer(TEXT, "es", null, null, null, List.of(Block.body(0, TEXT.length())), List.of());

    @Test
    void anExtractorOfTheClassPathStandsBesideTheRules() {
        assertThat(Extractors.discover(new Failing()).listIds())
                .containsExactly(new ExtractorId("failing", "1"), new ExtractorId("inventing", "1"));
    }

    @Test
    void whatIsNotInTheTextIsDropped() {
        List<Extraction> found = new Extractors(new Inventing(), List.of()).extract(LAYER, null);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().candidates()).extracting(Candidate::span).containsExactly(new Span(0, 13));
    }

    @Test
    void oneThatFailsTakesNothingFromTheOthers() {
        List<Extraction> found =
                new Extractors(new Inventing(), List.of(new Failing(), new Inventing())).extract(LAYER, null);
        assertThat(found)
                .extracting(Extraction::extractor)
                .containsExactly(new ExtractorId("inventing", "1"), new ExtractorId("inventing", "1"));
    }

    @Test
    void rulesThatFailAreToldSinceASourceThatSaysNothingLooksTheSame() {
        Extractors extractors = new Extractors(new Failing(), List.of(new Inventing()));
        assertThatThrownBy(() -> extractors.extract(LAYER, null)).hasMessage("no model");
    }

    /// Quotes the text once and makes up a date once.
    public static final class Inventing implements Extractor {
        @Override
        public ExtractorId id() {
            return new ExtractorId("inventing", "1");
        }

        @Override
        public Extraction extract(TextLayer layer, @Nullable LocalDate published) {
            Grounds grounds = new Grounds(List.of(new RuleId("model")), .5);
            Span span = new Span(0, 13);
            Candidate quoted = new Candidate.DateMention(span, Slot.at(span, layer.text()), null, grounds);
            Candidate invented = new Candidate.DateMention(span, new Slot("Cinco personas", span, null), null, grounds);
            return new Extraction(id(), List.of(quoted, invented));
        }
    }

    /// A model that is not there.
    private static final class Failing implements Extractor {
        @Override
        public ExtractorId id() {
            return new ExtractorId("failing", "1");
        }

        @Override
        public Extraction extract(TextLayer layer, @Nullable LocalDate published) {
            throw new IllegalStateException("no model");
        }
    }
}
