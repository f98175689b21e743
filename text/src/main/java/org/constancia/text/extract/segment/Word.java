package org.constancia.text.extract.segment;

import org.constancia.text.extract.Span;
import org.constancia.text.extract.lexicon.Reading;
import org.constancia.text.extract.lexicon.WordClass;

/// A word, number or punctuation mark of the text.
///
/// @param text as written
/// @param form lower case, apostrophes straight; accents kept, because they tell *denuncio* from *denunció*
/// @param kind what the characters are
/// @param reading what the lexicon knows of the form
/// @param quoted whether it stands inside quotation marks
public record Word(int start, int end, String text, String form, Kind kind, Reading reading, boolean quoted) {
    /// What a word is made of.
    public enum Kind {
        WORD,
        NUMBER,
        OPENING_QUOTE,
        CLOSING_QUOTE,
        PUNCTUATION
    }

    /// This word with further readings.
    Word withReading(Reading more) {
        return new Word(start, end, text, form, kind, reading.and(more), quoted);
    }

    public Span span() {
        return new Span(start, end);
    }

    public boolean is(WordClass wordClass) {
        return reading.is(wordClass);
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    public boolean isMark(String mark) {
        return kind == Kind.PUNCTUATION && text.equals(mark);
    }

    public boolean isQuoteMark() {
        return kind == Kind.OPENING_QUOTE || kind == Kind.CLOSING_QUOTE;
    }

    public boolean isCapitalised() {
        return kind == Kind.WORD && Character.isUpperCase(text.charAt(0));
    }

    public boolean isAcronym() {
        return kind == Kind.WORD
                && text.length() > 1
                && text.equals(text.toUpperCase(java.util.Locale.ROOT))
                && Character.isLetter(text.charAt(0));
    }
}
