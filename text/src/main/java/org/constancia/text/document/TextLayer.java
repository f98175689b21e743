package org.constancia.text.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.constancia.text.clean.Blank;
import org.constancia.text.clean.Block;
import org.constancia.text.clean.Cleaned;
import org.constancia.text.clean.Label;
import org.jspecify.annotations.Nullable;

/// The canonical text of a source, into which every passage, candidate and block points.
///
/// Invariants: blocks ascend, do not overlap, and cover every character that is not white space; positions ascend and
/// do
/// not overlap. The text is never edited: for a plain-text source it equals the decoded input, offset by offset.
///
/// @param text the whole text, boilerplate included, in UTF-16 units
/// @param language the language of the body as an ISO 639-1 code (`es`, `en`), `und` when not known
/// @param title the title as the source states it
/// @param author who wrote it, as the source states it
/// @param published the day of publication as the source states it; never guessed from the running text
public record TextLayer(
        String text,
        String language,
        @Nullable String title,
        @Nullable String author,
        @Nullable LocalDate published,
        List<Block> blocks,
        List<Position> positions) {
    /// The language of a text too short or too strange to say.
    public static final String UNDETERMINED = "und";

    public TextLayer {
        blocks = List.copyOf(blocks);
        positions = List.copyOf(positions);
        int covered = 0;
        for (Block block : blocks) {
            requireBlank(text, covered, block.start());
            covered = block.end();
        }
        requireBlank(text, covered, text.length());
    }

    static TextLayer of(Cleaned cleaned, List<Position> positions) {
        return new TextLayer(
                cleaned.text(),
                cleaned.language(),
                cleaned.title(),
                cleaned.author(),
                cleaned.published(),
                cleaned.blocks(),
                positions);
    }

    private static void requireBlank(String text, int start, int end) {
        if (start > end || end > text.length()) throw new IllegalArgumentException("blocks overlap or leave the text");
        for (int i = start; i < end; i++) {
            if (!Blank.isBlank(text.charAt(i)))
                throw new IllegalArgumentException("a character belongs to no block: " + i);
        }
    }

    /// The blocks with a label, in order.
    public List<Block> listBlocks(Label label) {
        return blocks.stream().filter(block -> block.label() == label).toList();
    }

    /// The main text alone: the body blocks, a blank line between them. Offsets into it mean nothing.
    public String body() {
        return blocks.stream()
                .filter(Block::isBody)
                .map(block -> block.of(text))
                .collect(Collectors.joining("\n\n"));
    }

    /// The block an offset of the text lies in; empty between blocks.
    public Optional<Block> findBlock(int offset) {
        return blocks.stream()
                .filter(block -> block.start() <= offset && offset < block.end())
                .findFirst();
    }

    /// Where an offset of the text stands in the source.
    public Optional<Locator> findLocator(int offset) {
        Stream<Position> holding = positions.stream().filter(at -> at.start() <= offset && offset < at.end());
        return holding.findFirst().map(Position::locator);
    }
}
