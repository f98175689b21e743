package org.constancia.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.constancia.app.web.page.Language;
import org.constancia.app.web.page.Words;
import org.constancia.app.web.source.Inside;
import org.constancia.app.web.source.MarkedText;
import org.constancia.app.web.source.MarkedText.Piece;
import org.constancia.app.web.source.SourcePage;
import org.constancia.app.web.source.SourcePage.Block;
import org.constancia.app.web.source.SourcePage.BlockLabel;
import org.constancia.app.web.source.SourcePage.Passage;
import org.constancia.app.web.source.SourcePage.State;
import org.constancia.app.web.source.SourceText;
import org.junit.jupiter.api.Test;

/// Marking a text never changes it, however blocks and passages lie over each other.
class MarkedTextTest {
    private static final String TEXT = "Título\n\nUno <dos> & \"tres\"\n\nComparta";

    record Span(int start, int end) {}

    @Provide
    Arbitrary<List<Span>> spans() {
        Arbitrary<Integer> place = Arbitraries.integers().between(-2, TEXT.length() + 2);
        return Combinators.combine(place, place).as(Span::new).list().ofMaxSize(6);
    }

    @Property
    void thePiecesInOrderAreTheText(@ForAll("spans") List<Span> blocks, @ForAll("spans") List<Span> passages) {
        StringBuilder text = new StringBuilder();
        for (MarkedText.Stretch stretch :
                MarkedText.of(TEXT, blocks(blocks), passages(passages)).stretches()) collect(stretch.pieces(), text);
        assertThat(text.toString()).isEqualTo(TEXT);
    }

    @Property
    void eachAnchorAndEachTagIsWrittenOnce(@ForAll("spans") List<Span> passages) {
        List<Passage> marks = passages(passages);
        String html = html(List.of(), marks);
        for (Passage mark : marks) {
            assertThat(html.split(" id=\"" + mark.anchor() + "\"", -1).length - 1)
                    .isLessThanOrEqualTo(1);
            assertThat(html.split(" data-tag=\"" + mark.tag() + "\"", -1).length - 1)
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aPassageThatNestsIsInsideAndItsTextIsEscaped() {
        List<Passage> marks = List.of(
                new Passage("p-s1", 8, 26, "S1", State.PROPOSED), new Passage("p-e1", 12, 17, "E1", State.ACCEPTED));
        assertThat(html(List.of(new Block(8, 26, BlockLabel.BODY, "")), marks))
                .isEqualTo("Título\n\n<p><mark id=\"p-s1\" data-tag=\"S1\">Uno <mark id=\"p-e1\" class=\"kept\" "
                        + "data-tag=\"E1\">&lt;dos&gt;</mark> &amp; \"tres\"</mark></p>\n\nComparta");
    }

    @Test
    void whatWasLeftOutSaysWhyWithoutTouchingTheText() {
        assertThat(html(List.of(new Block(28, 36, BlockLabel.BOILERPLATE, "share")), List.of()))
                .endsWith("<p class=\"boiler\" data-rule=\"boilerplate: share button\">Comparta</p>");
    }

    @Test
    void aRejectedPassageLosesItsMark() {
        assertThat(html(List.of(), List.of(new Passage("p-s1", 8, 26, "S1", State.REJECTED))))
                .doesNotContain("<mark");
    }

    private static String html(List<Block> blocks, List<Passage> passages) {
        SourcePage source = new SourcePage(
                "s1",
                1,
                "",
                "",
                "",
                null,
                "es",
                "text/plain",
                1,
                "",
                null,
                TEXT,
                blocks,
                passages,
                List.of(),
                0,
                0,
                Inside.NOTHING,
                null,
                null);
        StringOutput output = new StringOutput();
        new SourceText(source, Words.in(Language.ENGLISH)).writeTo(output);
        return output.toString();
    }

    private static List<Block> blocks(List<Span> spans) {
        return spans.stream()
                .map(span -> new Block(Math.max(0, span.start()), span.end(), BlockLabel.BODY, ""))
                .toList();
    }

    private static List<Passage> passages(List<Span> spans) {
        List<Passage> passages = new ArrayList<>();
        for (Span span : spans) {
            String name = "x" + passages.size() + "x";
            passages.add(new Passage("p-" + name, span.start(), span.end(), name, State.PROPOSED));
        }
        return passages;
    }

    private static void collect(List<Piece> pieces, StringBuilder text) {
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Plain(String plain) -> text.append(plain);
                case Piece.Mark mark -> collect(mark.inside(), text);
            }
        }
    }
}
