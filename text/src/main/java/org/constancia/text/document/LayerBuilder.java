package org.constancia.text.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.constancia.text.clean.Block;
import org.constancia.text.clean.Cleaned;
import org.constancia.text.clean.Label;
import org.constancia.text.clean.Paragraph;
import org.constancia.text.clean.PlainTextCleaner;
import org.jspecify.annotations.Nullable;

/// Puts a text layer together from the paragraphs of a document and what surrounds them on its pages.
final class LayerBuilder {
    private final int maxCharacters;
    private final StringBuilder text = new StringBuilder();
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final List<Block> furniture = new ArrayList<>();
    private final List<Position> positions = new ArrayList<>();

    LayerBuilder(int maxCharacters) {
        this.maxCharacters = maxCharacters;
    }

    /// Adds a paragraph; blank ones are passed over.
    void add(String paragraph, Locator locator) {
        int start = append(paragraph, locator);
        if (start < text.length()) paragraphs.add(Paragraph.plain(start, text.length()));
    }

    /// Adds a page header, footer or number, which is boilerplate by the rule.
    void addFurniture(String content, Locator locator, String rule) {
        int start = append(content, locator);
        if (start < text.length()) furniture.add(new Block(start, text.length(), Label.BOILERPLATE, rule));
    }

    private int append(String content, Locator locator) {
        String stripped = content.strip();
        if (stripped.isEmpty()) return text.length();
        if (!text.isEmpty()) text.append("\n\n");
        int start = text.length();
        text.append(stripped);
        if (text.length() > maxCharacters) throw new TooLong();
        positions.add(new Position(start, text.length(), locator));
        return start;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    int length() {
        return text.length();
    }

    TextLayer layer(PlainTextCleaner cleaner, @Nullable String title, @Nullable String author) {
        String whole = text.toString();
        Cleaned cleaned = cleaner.clean(whole, paragraphs);
        List<Block> blocks = new ArrayList<>(cleaned.blocks());
        blocks.addAll(furniture);
        blocks.sort(Comparator.comparingInt(Block::start));
        return new TextLayer(
                whole,
                cleaned.language(),
                title == null ? cleaned.title() : title,
                author == null ? cleaned.author() : author,
                cleaned.published(),
                blocks,
                positions);
    }

    /// The document holds more text than is allowed for.
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
