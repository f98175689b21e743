package org.constancia.text.extract.segment;

import java.util.List;
import org.constancia.text.extract.Span;
import org.constancia.text.extract.lexicon.Lexicon;

/// A sentence: words `[first, last)` of the analysed text. A quotation is never cut: all sentences inside quotation
/// marks belong to the sentence that quotes them.
///
/// @param quotes the quotations in it, in order
/// @param block number of the block it stands in
public record Sentence(int first, int last, List<Quotation> quotes, int block, Lexicon lexicon) {
    public Sentence {
        quotes = List.copyOf(quotes);
    }

    public boolean holds(int word) {
        return first <= word && word < last;
    }

    /// Words `[open, close]` including both marks; `close` may be the last word of the block when the mark is missing.
    public record Quotation(int open, int close) {
        public Span span(List<Word> words) {
            return new Span(words.get(open).start(), words.get(close).end());
        }

        public int length() {
            return close - open - 1;
        }
    }
}
