package org.constancia.text.extract.segment;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.constancia.text.extract.lexicon.Lexicon;
import org.constancia.text.extract.lexicon.LexiconFile;

/// Cuts a block into words, numbers and marks.
///
/// A number keeps its separators ("1.217", "36,800"), an abbreviation its point ("EE.", "Gen."), a word its inner
/// hyphens and apostrophes; the English possessive *'s* is a word of its own, so that the name before it stands alone.
final class Tokenizer {
    private static final Pattern INITIALS = Pattern.compile("(\\p{L}\\.)+\\p{L}|\\p{Lu}");
    private static final Set<String> ABBREVIATIONS =
            Set.copyOf(LexiconFile.sections("abbreviations.txt").getOrDefault("", List.of()));
    private static final String APOSTROPHES = "'’ʼ";
    private static final String OPENING = "“«„‹";
    private static final String CLOSING = "”»›";

    private final String text;
    private final Lexicon lexicon;
    private final List<Word> words;
    private boolean quoted;
    private char openedBy;

    Tokenizer(String text, Lexicon lexicon, List<Word> words) {
        this.text = text;
        this.lexicon = lexicon;
        this.words = words;
    }

    /// Appends the words of `[start, end)`.
    void tokenize(int start, int end) {
        quoted = false;
        for (int at = start; at < end; ) {
            char character = text.charAt(at);
            if (isBlank(character)) at++;
            else if (Character.isDigit(character)) at = number(at, end);
            else if (Character.isLetter(character)) at = word(at, end);
            else at = mark(at, start, end);
        }
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == '\uFEFF'
                || character == '\u200B';
    }

    private int number(int start, int end) {
        int at = start + 1;
        while (at < end
                && (Character.isDigit(text.charAt(at))
                        || (isSeparator(text.charAt(at)) && at + 1 < end && Character.isDigit(text.charAt(at + 1)))))
            at++;
        int digits = at;
        while (at < end && Character.isLetter(text.charAt(at))) at++;
        if (at < end && text.charAt(at) == '%') at++;
        boolean mixed = at > digits && text.charAt(at - 1) != '%';
        add(start, at, mixed && at - digits > 2 ? Word.Kind.WORD : Word.Kind.NUMBER);
        return at;
    }

    private static boolean isSeparator(char character) {
        return character == '.' || character == ',' || character == ':';
    }

    private int word(int start, int end) {
        int at = start + 1;
        while (at < end) {
            char character = text.charAt(at);
            if (Character.isLetterOrDigit(character) || Character.getType(character) == Character.NON_SPACING_MARK)
                at++;
            else if (joins(character, at, end)) at++;
            else break;
        }
        String form = text.substring(start, at);
        int possessive = possessive(form);
        if (possessive > 0) {
            add(start, start + possessive, Word.Kind.WORD);
            add(start + possessive, at, Word.Kind.WORD);
            return at;
        }
        if (at < end
                && text.charAt(at) == '.'
                && (ABBREVIATIONS.contains(form.toLowerCase(Locale.ROOT))
                        || INITIALS.matcher(form).matches())) at++;
        add(start, at, Word.Kind.WORD);
        return at;
    }

    /// A hyphen, apostrophe or point that has letters on both sides: "Afro-Colombian", "doesn't", "U.S".
    private boolean joins(char character, int at, int end) {
        if (at + 1 >= end || !Character.isLetterOrDigit(text.charAt(at + 1))) return false;
        if (character == '-' || APOSTROPHES.indexOf(character) >= 0) return true;
        return character == '.'
                && (at < 2 || !Character.isLetter(text.charAt(at - 2)) || text.charAt(at - 2) == '.')
                && at + 1 < end
                && Character.isLetter(text.charAt(at + 1));
    }

    private static int possessive(String form) {
        int length = form.length();
        boolean s = length > 2 && form.charAt(length - 1) == 's' && APOSTROPHES.indexOf(form.charAt(length - 2)) >= 0;
        return s ? length - 2 : 0;
    }

    private int mark(int at, int start, int end) {
        char character = text.charAt(at);
        boolean opens = OPENING.indexOf(character) >= 0
                || (character == '"' && !quoted)
                || (character == '‘' && !quoted && opensSingle(at, start));
        boolean closes = quoted && closes(character, at, end);
        if (opens && !quoted) {
            openedBy = character;
            add(at, at + 1, Word.Kind.OPENING_QUOTE);
            quoted = true;
        } else if (closes) {
            quoted = false;
            add(at, at + 1, Word.Kind.CLOSING_QUOTE);
        } else {
            add(at, at + 1, Word.Kind.PUNCTUATION);
        }
        return at + 1;
    }

    private boolean opensSingle(int at, int start) {
        return at == start || !Character.isLetter(text.charAt(at - 1));
    }

    private boolean closes(char character, int at, int end) {
        if (openedBy == '"') return character == '"';
        if (openedBy == '‘') return character == '’' && (at + 1 == end || !Character.isLetter(text.charAt(at + 1)));
        return CLOSING.indexOf(character) >= 0 || (character == '“' && openedBy == '„');
    }

    private void add(int start, int end, Word.Kind kind) {
        String written = text.substring(start, end);
        String form = written.toLowerCase(Locale.ROOT).replace('’', '\'');
        words.add(new Word(
                start, end, written, form, kind, lexicon.reading(form), quoted && kind != Word.Kind.OPENING_QUOTE));
    }
}
