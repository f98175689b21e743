package org.constancia.app.web.source;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.escape.Escape;
import java.util.List;
import org.constancia.app.web.page.Words;
import org.constancia.app.web.source.MarkedText.Piece;
import org.constancia.app.web.source.MarkedText.Stretch;

/// Writes a text layer as HTML whose text content is the text layer, character for character.
///
/// A template would add the line breaks between its own tags; a quotation in evidence may not gain any. Reasons and
/// tags
/// are attributes that the style sheet draws.
public record SourceText(SourcePage source, Words words) implements Content {

    @Override
    public void writeTo(TemplateOutput output) {
        MarkedText text = MarkedText.of(source.text(), source.blocks(), source.passages());
        for (Stretch stretch : text.stretches()) {
            open(stretch, output);
            write(stretch.pieces(), output);
            if (stretch.block() != null) output.writeContent("</p>");
        }
    }

    private void open(Stretch stretch, TemplateOutput output) {
        if (stretch.block() == null) return;
        if (stretch.isBoilerplate()) {
            String rule = words.code("rule", stretch.block().rule());
            output.writeContent("<p class=\"boiler\" data-rule=\"");
            Escape.htmlAttribute(words.say("source.boilerplate", rule), output);
            output.writeContent("\">");
        } else {
            output.writeContent(stretch.isHeadline() ? "<p class=\"headline\">" : "<p>");
        }
    }

    private void write(List<Piece> pieces, TemplateOutput output) {
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Plain(String text) -> Escape.htmlContent(text, output);
                case Piece.Mark mark -> write(mark, output);
            }
        }
    }

    private void write(Piece.Mark mark, TemplateOutput output) {
        output.writeContent("<mark");
        if (mark.first()) attribute("id", mark.passage().anchor(), output);
        switch (mark.passage().state()) {
            case ACCEPTED -> attribute("class", "kept", output);
            case CURRENT -> attribute("class", "now", output);
            case PROPOSED, REJECTED -> {}
        }
        if (mark.last() && !mark.passage().tag().isEmpty())
            attribute("data-tag", mark.passage().tag(), output);
        output.writeContent(">");
        write(mark.inside(), output);
        output.writeContent("</mark>");
    }

    private static void attribute(String name, String value, TemplateOutput output) {
        output.writeContent(" " + name + "=\"");
        Escape.htmlAttribute(value, output);
        output.writeContent("\"");
    }
}
