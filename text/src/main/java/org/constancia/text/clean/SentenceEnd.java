package org.constancia.text.clean;

/// The marks that end sentences, in the scripts news is written in: Latin, Greek, Cyrillic, Arabic, Devanagari,
/// Ethiopic, Chinese and Japanese.
public final class SentenceEnd {
    private static final String MARKS = ".!?…。！？．｡؟۔।॥።՞։‽";
    private static final String QUOTES = "\"”»“」』）";

    private SentenceEnd() {}

    public static boolean isMark(char character) {
        return MARKS.indexOf(character) >= 0;
    }

    /// Whether a line that ends with a character can be a whole sentence: a mark, or the quotation mark behind one.
    public static boolean closes(char character) {
        return isMark(character) || QUOTES.indexOf(character) >= 0;
    }
}
