package org.constancia.app.web.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.constancia.app.web.source.SourcePage.Block;
import org.constancia.app.web.source.SourcePage.BlockLabel;
import org.constancia.app.web.source.SourcePage.Passage;
import org.jspecify.annotations.Nullable;

/// A text layer cut into blocks and marked passages without losing or adding one character: the texts of the pieces, in
/// order, are the text layer.
///
/// Passages nest. Where two overlap without nesting, or a passage reaches over the end of its block, the later piece is
/// a continuation: it is marked too, but the anchor and the tag stand on one piece only.
public record MarkedText(List<Stretch> stretches) {

    public MarkedText {
        stretches = List.copyOf(stretches);
    }

    /// A block, or the characters between two blocks (then `block` is absent).
    public record Stretch(@Nullable Block block, List<Piece> pieces) {
        public Stretch {
            pieces = List.copyOf(pieces);
        }

        public boolean isBoilerplate() {
            return block != null && block.label() == BlockLabel.BOILERPLATE;
        }

        public boolean isHeadline() {
            return block != null && block.label() == BlockLabel.HEADLINE;
        }
    }

    /// What stands in a text: plain characters, or a mark around other pieces.
    public sealed interface Piece {
        record Plain(String text) implements Piece {}

        /// @param first carries the anchor
        /// @param last carries the tag
        record Mark(Passage passage, boolean first, boolean last, List<Piece> inside) implements Piece {
            public Mark {
                inside = List.copyOf(inside);
            }
        }
    }

    /// Blocks that overlap an earlier one are left out; rejected passages are not marked.
    public static MarkedText of(String text, List<Block> blocks, List<Passage> passages) {
        List<Passage> marks = passages.stream()
                .filter(passage -> passage.state() != SourcePage.State.REJECTED)
                .filter(passage -> 0 <= passage.start() && passage.start() < passage.end())
                .filter(passage -> passage.end() <= text.length())
                .sorted(Comparator.comparingInt(Passage::start)
                        .thenComparing(Comparator.comparingInt(Passage::end).reversed()))
                .toList();
        List<Stretch> stretches = new ArrayList<>();
        int position = 0;
        for (Block block :
                blocks.stream().sorted(Comparator.comparingInt(Block::start)).toList()) {
            if (block.start() < position || block.end() > text.length() || block.start() >= block.end()) continue;
            if (position < block.start()) stretches.add(stretch(null, text, position, block.start(), marks));
            stretches.add(stretch(block, text, block.start(), block.end(), marks));
            position = block.end();
        }
        if (position < text.length()) stretches.add(stretch(null, text, position, text.length(), marks));
        return new MarkedText(stretches);
    }

    private static Stretch stretch(@Nullable Block block, String text, int start, int end, List<Passage> marks) {
        return new Stretch(block, pieces(text, start, end, marks));
    }

    private static List<Piece> pieces(String text, int start, int end, List<Passage> marks) {
        List<Piece> pieces = new ArrayList<>();
        List<Passage> within = marks.stream()
                .filter(mark -> mark.start() < end && mark.end() > start)
                .toList();
        int position = start;
        for (int i = 0; i < within.size(); i++) {
            Passage mark = within.get(i);
            int from = Math.max(mark.start(), position);
            int to = Math.min(mark.end(), end);
            if (from >= to) continue;
            if (position < from) pieces.add(new Piece.Plain(text.substring(position, from)));
            List<Passage> inner = within.subList(i + 1, within.size());
            pieces.add(new Piece.Mark(mark, from == mark.start(), to == mark.end(), pieces(text, from, to, inner)));
            position = to;
        }
        if (position < end) pieces.add(new Piece.Plain(text.substring(position, end)));
        return pieces;
    }
}
