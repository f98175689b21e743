package org.constancia.text.extract.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.constancia.text.document.DocumentReader;
import org.constancia.text.document.Reading;
import org.constancia.text.document.ReadingLimits;
import org.constancia.text.document.TextLayer;
import org.junit.jupiter.api.Test;

/// What cuts a text into sentences, and what must not grow without end.
class SegmenterTest {
    private final Segmenter segmenter = new Segmenter();

    private AnalysedText analyse(String text) {
        Reading reading = DocumentReader.within(ReadingLimits.USUAL).readText(text);
        if (reading instanceof Reading.Understood understood) {
            TextLayer layer = understood.layer();
            return segmenter.analyse(layer);
        }
        throw new IllegalStateException("the text was not understood");
    }

    @Test
    void wordsThatNoMarkEndsAreCutAndNoneIsLost() {
        AnalysedText text = analyse("dijo el alcalde Luis Bravo ".repeat(400));
        List<Sentence> sentences = text.sentences();
        assertThat(sentences).hasSizeGreaterThan(5).allMatch(sentence -> sentence.last() - sentence.first() <= 300);
        assertThat(sentences.getFirst().first()).isZero();
        assertThat(sentences.getLast().last()).isEqualTo(text.words().size());
        for (int i = 1; i < sentences.size(); i++)
            assertThat(sentences.get(i).first()).isEqualTo(sentences.get(i - 1).last());
    }

    @Test
    void aQuotationNeverClosedEndsWithTheSentenceItIsCutWith() {
        AnalysedText text = analyse("“" + "nunca más, dijo. ".repeat(300));
        assertThat(text.sentences()).allMatch(sentence -> sentence.last() - sentence.first() <= 300);
    }

    @Test
    void aQuotationOfSeveralSentencesStaysWhole() {
        AnalysedText text = analyse("“No vimos a nadie. Nadie vino. Seguimos aquí”, dijo Luis Bravo. Después se fue.");
        assertThat(text.sentences()).hasSize(2);
    }
}
