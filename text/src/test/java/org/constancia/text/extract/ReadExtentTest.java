package org.constancia.text.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.constancia.core.place.Gazetteer;
import org.constancia.text.clean.Block;
import org.constancia.text.clean.Extent;
import org.constancia.text.document.DocumentReader;
import org.constancia.text.document.Locator;
import org.constancia.text.document.Position;
import org.constancia.text.document.Reading;
import org.constancia.text.document.ReadingLimits;
import org.constancia.text.document.TextLayer;
import org.junit.jupiter.api.Test;

class ReadExtentTest {
    private static final String FIRST = "Tres hombres murieron en el puente, dijo el alcalde Luis Bravo.";
    private static final String LAST = "Nueve mujeres murieron en el muelle, dijo la alcaldesa Ana Roa.";

    @Test
    void behindTheExtentNothingIsProposedAndTheExtractionSaysSo() {
        TextLayer layer = page(Extent.MOST);
        Extraction extraction = RuleExtractor.bundled().extract(layer, null);
        Span unread = Objects.requireNonNull(extraction.unread());
        assertThat(unread.end()).isEqualTo(layer.text().length());
        assertThat(unread.of(layer.text())).contains("Nueve mujeres").doesNotContain("Tres hombres");
        assertThat(extraction.figures())
                .extracting(figure -> figure.span().of(layer.text()))
                .anyMatch(words -> words.startsWith("Tres hombres"))
                .noneMatch(words -> words.startsWith("Nueve mujeres"));
    }

    @Test
    void aPageWithinTheExtentIsReadToItsEnd() {
        TextLayer layer = page(Extent.MOST / 2);
        assertThat(ReadExtent.unread(layer)).isNull();
        assertThat(RuleExtractor.bundled().extract(layer, null).figures()).hasSize(2);
    }

    @Test
    void askedToReadAllItDoes() {
        TextLayer layer = page(Extent.MOST);
        Extraction extraction = new RuleExtractor(Gazetteer.bundled(), true).extract(layer, null);
        assertThat(extraction.unread()).isNull();
        assertThat(extraction.figures())
                .extracting(figure -> figure.span().of(layer.text()))
                .anyMatch(words -> words.startsWith("Nueve mujeres"));
    }

    @Test
    void aDocumentWithPagesIsReadWholeHoweverLong() {
        String text = "palabra ".repeat(Extent.MOST / 8 + 10).strip();
        List<Block> blocks = List.of(Block.body(0, text.length()));
        Position ofPdf = new Position(0, text.length(), new Locator.PageParagraph(1, 1));
        Position ofPage = new Position(0, text.length(), new Locator.Element("html/body/p", 0, text.length()));
        assertThat(ReadExtent.unread(new TextLayer(text, "es", null, null, null, blocks, List.of(ofPdf))))
                .isNull();
        Span unread = Objects.requireNonNull(
                ReadExtent.unread(new TextLayer(text, "es", null, null, null, blocks, List.of(ofPage))));
        assertThat(unread.start()).isEqualTo(Extent.MOST);
    }

    /// A story, words of a wanted length, and the end of the story.
    private static TextLayer page(int letters) {
        String filler = ("<p>" + "una palabra tras otra y otra más ".repeat(6) + ".</p>").repeat(letters / 198);
        String html =
                "<article><h1>Mueren tres hombres</h1><p>" + FIRST + "</p>" + filler + "<p>" + LAST + "</p></article>";
        Reading reading = DocumentReader.within(ReadingLimits.USUAL)
                .read(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
        return ((Reading.Understood) reading).layer();
    }
}
