package org.constancia.text.extract.segment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.constancia.text.clean.Block;
import org.constancia.text.document.TextLayer;
import org.constancia.text.extract.lexicon.Language;
import org.constancia.text.extract.lexicon.Lexicon;
import org.constancia.text.extract.lexicon.PhraseTable;
import org.constancia.text.extract.lexicon.Reading;
import org.constancia.text.extract.lexicon.WordClass;

/// Cuts the body blocks of a layer into words and sentences. Nothing crosses a block, so boilerplate between two
/// paragraphs never sticks to a sentence. A run of words that no mark ends is cut at a length no sentence reaches,
/// because what reads a sentence may look at each pair of its words.
public final class Segmenter {
    private static final int LONGEST_SENTENCE = 300;
    /// Letters that suffice to tell a language.
    private static final int ENOUGH = 20_000;

    private final Map<Language, Lexicon> lexicons = new EnumMap<>(Language.class);

    public Segmenter() {
        for (Language language : Language.values()) lexicons.put(language, Lexicon.of(language));
    }

    public AnalysedText analyse(TextLayer layer) {
        return analyse(layer, layer.text().length());
    }

    /// @param end where to stop
    public AnalysedText analyse(TextLayer layer, int end) {
        List<Word> words = new ArrayList<>();
        List<Sentence> sentences = new ArrayList<>();
        Language usual = LanguageGuess.of(beginning(layer)).orElse(Language.SPANISH);
        int number = 0;
        String read = isInCapitals(layer.text()) ? lowered(layer.text()) : layer.text();
        for (Block block : layer.blocks()) {
            if (!block.isBody() || block.start() >= end) continue;
            Lexicon lexicon = lexiconOf(
                    LanguageGuess.of(beginning(block.of(layer.text()))).orElse(usual));
            int first = words.size();
            new Tokenizer(read, lexicon, words).tokenize(block.start(), Math.min(end, block.end()));
            readPhrases(words, first, lexicon);
            cutSentences(words, first, number++, lexicon, sentences);
        }
        boolean caseless = words.stream().limit(300).noneMatch(Word::isCapitalised);
        return new AnalysedText(layer.text(), words, sentences, caseless);
    }

    /// The body, as much of it as tells the language.
    private static String beginning(TextLayer layer) {
        StringBuilder body = new StringBuilder();
        for (Block block : layer.blocks()) {
            if (!block.isBody()) continue;
            if (body.length() > ENOUGH) break;
            body.append(beginning(block.of(layer.text()))).append('\n');
        }
        return body.toString();
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), ENOUGH));
    }

    /// Whether a text is written in capitals throughout, as wires once were: then they tell nothing.
    private static boolean isInCapitals(String text) {
        int capitals = 0;
        int small = 0;
        for (int i = 0; i < Math.min(text.length(), 4000); i++) {
            if (Character.isUpperCase(text.charAt(i))) capitals++;
            if (Character.isLowerCase(text.charAt(i))) small++;
        }
        return capitals > 20 && small * 20 < capitals;
    }

    /// Unit by unit, so that every offset stays.
    private static String lowered(String text) {
        StringBuilder small = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) small.append(Character.toLowerCase(text.charAt(i)));
        return small.toString();
    }

    private Lexicon lexiconOf(Language language) {
        return Optional.ofNullable(lexicons.get(language)).orElseThrow();
    }

    /// Gives the head of a known phrase the readings of the phrase: the first word in Spanish, the last in English.
    private static void readPhrases(List<Word> words, int from, Lexicon lexicon) {
        for (int i = from; i < words.size(); i++) {
            int at = i;
            Optional<PhraseTable.Match<Reading>> match = lexicon.findPhrase(
                    k -> at + k < words.size() ? words.get(at + k).form() : null);
            if (match.isEmpty()) continue;
            int head =
                    lexicon.language() == Language.SPANISH ? i : i + match.get().length() - 1;
            Word word = words.get(head);
            words.set(head, word.withReading(match.get().value()));
        }
    }

    private static void cutSentences(List<Word> words, int from, int block, Lexicon lexicon, List<Sentence> sentences) {
        int first = from;
        int open = -1;
        List<Sentence.Quotation> quotes = new ArrayList<>();
        for (int i = from; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.kind() == Word.Kind.OPENING_QUOTE) open = i;
            if (word.kind() == Word.Kind.CLOSING_QUOTE && open >= 0) {
                quotes.add(new Sentence.Quotation(open, i));
                open = -1;
            }
            boolean last = i + 1 == words.size() || i + 1 - first == LONGEST_SENTENCE;
            if (last && open >= 0) {
                quotes.add(new Sentence.Quotation(open, i));
                open = -1;
            }
            if (last || (open < 0 && endsSentence(words, i))) {
                sentences.add(new Sentence(first, i + 1, quotes, block, lexicon));
                first = i + 1;
                quotes = new ArrayList<>();
            }
        }
    }

    private static boolean endsSentence(List<Word> words, int at) {
        Word word = words.get(at);
        Word next = words.get(at + 1);
        if (word.kind() == Word.Kind.CLOSING_QUOTE) {
            return at > 0 && isTerminal(words.get(at - 1)) && beginsSentence(next);
        }
        if (!isTerminal(word) || next.kind() == Word.Kind.CLOSING_QUOTE || next.isMark(")")) return false;
        boolean lowerCaseText = next.isWord() && !next.isCapitalised() && word.isMark(".");
        return beginsSentence(next) || lowerCaseText;
    }

    private static boolean isTerminal(Word word) {
        return word.kind() == Word.Kind.PUNCTUATION && ".?!…".contains(word.text());
    }

    private static boolean beginsSentence(Word word) {
        return word.isCapitalised()
                || word.isNumber()
                || word.kind() == Word.Kind.OPENING_QUOTE
                || "¿¡-–—(".contains(word.text());
    }

    /// Whether a word is a numeral, in digits or letters.
    public static boolean isNumeral(Word word) {
        return word.isNumber() || word.is(WordClass.NUMERAL);
    }
}
