package org.constancia.text.extract.segment;

import java.util.List;
import org.constancia.text.extract.Slot;
import org.constancia.text.extract.Span;

/// The body of a text layer as words and sentences; spans are offsets into the layer.
/// Headlines are not in it: a headline repeats, it does not state anew.
///
/// @param caseless whether the text uses no capitals, so that names cannot be told by them (old wire copies)
public record AnalysedText(String text, List<Word> words, List<Sentence> sentences, boolean caseless) {
    public AnalysedText {
        words = List.copyOf(words);
        sentences = List.copyOf(sentences);
    }

    public Word word(int index) {
        return words.get(index);
    }

    /// The span of the words `[first, last)`.
    public Span span(int first, int last) {
        return new Span(words.get(first).start(), words.get(last - 1).end());
    }

    public Slot slot(int first, int last) {
        return Slot.at(span(first, last), text);
    }

    public String textOf(int first, int last) {
        return span(first, last).of(text);
    }
}
