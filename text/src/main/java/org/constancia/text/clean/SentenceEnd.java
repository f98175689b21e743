package org.constancia.text.clean;

/// The marks that end sentences, in the scripts news is written in: Latin, Greek, Cyrillic, Arabic, Devanagari,
/// Ethiopic, Chinese and Japanese.
public final class SentenceEnd {
    private static final String MARKS = ".!?…。！？．｡؟۔।॥።՞։‽";
    private static final String QUOTES = "\"”»“」』）";

    private static final int LONGEST_CREDIT = 25;

    private SentenceEnd() {}

    public static boolean isMark(char character) {
        return MARKS.indexOf(character) >= 0;
    }

    /// Whether a line can end as a sentence: with a mark, with the quotation mark behind one, or with one and a word or
    /// two in brackets behind it, the agency's.
    public static boolean ends(String line) {
        char last = line.charAt(line.length() - 1);
        if (isMark(last) || QUOTES.indexOf(last) >= 0) return true;
        int open = last == ')' ? line.lastIndexOf('(') : -1;
        return open > 2 && line.length() - open <= LONGEST_CREDIT && isMark(line.charAt(open - 2));
    }
}
