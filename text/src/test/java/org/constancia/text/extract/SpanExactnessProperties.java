package org.constancia.text.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.constancia.text.document.TextLayer;
import org.constancia.text.extract.incident.Incident;
import org.constancia.text.extract.incident.IncidentReader;
import org.constancia.text.extract.measure.GoldArticle;
import org.constancia.text.extract.measure.Measurement;

/// Whatever happens to a text, nothing crashes and every slot stands where it says.
class SpanExactnessProperties {
    private static final Extractor EXTRACTOR = RuleExtractor.bundled();
    private static final IncidentReader INCIDENTS = IncidentReader.bundled();
    private static final List<GoldArticle> ARTICLES = GoldArticle.list(false);
    private static final String NOISE = "“”«»\"'’.,;:()–—¿¡?!\n\t\u00A0\u200B áÑ9 0";

    @Property(tries = 150)
    void everySlotStandsInTheMutatedText(@ForAll("mutated") String text) {
        TextLayer layer = Measurement.layerOf(text);
        Extraction found = EXTRACTOR.extract(layer, LocalDate.of(2021, 10, 21));
        assertThat(found.candidates()).allMatch(candidate -> candidate.isVerbatimIn(text));
        assertThat(found.verbatimIn(text)).isEqualTo(found);
    }

    @Property(tries = 150)
    void anyCharactersAreRead(@ForAll String text) {
        String visible = text + "x";
        Extraction found = EXTRACTOR.extract(Measurement.layerOf(visible), null);
        assertThat(found.candidates()).allMatch(candidate -> candidate.isVerbatimIn(visible));
    }

    @Property(tries = 60)
    void incidentsOfMutatedTextsStandInThem(@ForAll("mutated") String text) {
        TextLayer layer = Measurement.layerOf(text);
        for (Incident incident : INCIDENTS.read(layer))
            incident.slots()
                    .values()
                    .forEach(spans -> assertThat(spans)
                            .allMatch(span -> span.end() <= text.length()
                                    && !span.of(text).isBlank()));
    }

    @Provide
    Arbitrary<String> mutated() {
        return Arbitraries.longs().map(seed -> mutate(new Random(seed)));
    }

    private static String mutate(Random random) {
        StringBuilder text =
                new StringBuilder(ARTICLES.get(random.nextInt(ARTICLES.size())).text());
        for (int i = 0; i < 40; i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
                case 2 -> text.setCharAt(at, NOISE.charAt(random.nextInt(NOISE.length())));
                default -> swapWords(text, random);
            }
        }
        return text.append('x').toString();
    }

    private static void swapWords(StringBuilder text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.toString().split(" ")));
        int one = random.nextInt(words.size());
        int other = random.nextInt(words.size());
        String kept = words.get(one);
        words.set(one, words.get(other));
        words.set(other, kept);
        text.setLength(0);
        text.append(String.join(" ", words));
    }
}
