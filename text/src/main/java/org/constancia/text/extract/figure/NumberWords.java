package org.constancia.text.extract.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.constancia.text.extract.Bound;
import org.constancia.text.extract.lexicon.Language;
import org.constancia.text.extract.lexicon.LexiconFile;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.segment.Word;
import org.jspecify.annotations.Nullable;

/// Reads numbers in digits and words: "1.217", "36,800", "dos mil trescientos", "a dozen", "tens of thousands".
///
/// Three digits behind a point or comma are thousands, whatever the language; other separators make a decimal, which is
/// no count of people and is not read.
public final class NumberWords {
    /// A number in the words up to `last`.
    ///
    /// @param bound the bound the word itself has: "dozens" is 24 or more, "una veintena" about 20
    public record Number(long value, Bound bound, int last) {}

    private record Entry(long value, Bound bound) {}

    private final Language language;
    private final Map<String, Entry> words = new HashMap<>();

    private NumberWords(Language language) {
        this.language = language;
        for (List<String> row : LexiconFile.rows(language.code() + "/numbers.txt")) {
            String[] value = row.get(1).split(" ");
            Bound bound = value.length == 1
                    ? Bound.EXACT
                    : Bound.valueOf(value[1].toUpperCase(Locale.ROOT).replace('-', '_'));
            words.put(row.get(0), new Entry(Long.parseLong(value[0]), bound));
        }
    }

    public static NumberWords of(Language language) {
        return new NumberWords(language);
    }

    /// The number that begins at a word.
    public Optional<Number> read(Grammar grammar, int at) {
        if (!grammar.sentence().holds(at)) return Optional.empty();
        Word word = grammar.word(at);
        if (word.isNumber()) return digits(word.text()).flatMap(value -> Optional.of(scaled(grammar, value, at + 1)));
        return inWords(grammar, at);
    }

    private static Optional<Long> digits(String text) {
        if (text.matches("\\d{1,3}([.,]\\d{3})+")) return Optional.of(Long.valueOf(text.replaceAll("[.,]", "")));
        return text.matches("\\d{1,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /// "2 mil", "36 million".
    private Number scaled(Grammar grammar, long value, int next) {
        Entry scale =
                grammar.sentence().holds(next) ? words.get(grammar.word(next).form()) : null;
        if (scale == null) return new Number(value, Bound.EXACT, next);
        boolean multiplies = scale.value() >= 1000 && scale.bound() == Bound.EXACT;
        return multiplies
                ? new Number(value * scale.value(), Bound.EXACT, next + 1)
                : new Number(value, Bound.EXACT, next);
    }

    private Optional<Number> inWords(Grammar grammar, int at) {
        long total = 0;
        long group = 0;
        Bound bound = Bound.EXACT;
        int i = at;
        boolean any = false;
        while (grammar.sentence().holds(i)) {
            String form = grammar.word(i).form();
            Entry entry = find(form);
            if (entry == null) {
                boolean link = any
                        && (form.equals("y") || form.equals("and") || form.equals("of") || form.equals("de"))
                        && grammar.sentence().holds(i + 1)
                        && find(grammar.word(i + 1).form()) != null;
                boolean tens = form.equals("y") && group % 100 >= 30 && group % 10 == 0;
                boolean hundreds = form.equals("and") && group >= 100 && group % 100 == 0;
                boolean ofThousands = (form.equals("of") || form.equals("de")) && bound == Bound.AT_LEAST;
                if (!link || !tens && !hundreds && !ofThousands) break;
                i++;
                continue;
            }
            if (any && group > 0 && entry.value() < 100 && group % 100 != 0 && !(group % 10 == 0 && entry.value() < 10))
                break;
            any = true;
            if (entry.bound() != Bound.EXACT) bound = entry.bound();
            if (entry.value() == 100 && group > 0 && group < 10 && language == Language.ENGLISH) group *= 100;
            else if (entry.value() >= 1000 && group > 0) {
                total += group * entry.value();
                group = 0;
            } else group += entry.value();
            i++;
        }
        return any ? Optional.of(new Number(total + group, bound, i)) : Optional.empty();
    }

    private @Nullable Entry find(String form) {
        Entry entry = words.get(form);
        if (entry != null || form.indexOf('-') < 0) return entry;
        Entry tens = words.get(form.substring(0, form.indexOf('-')));
        Entry ones = words.get(form.substring(form.indexOf('-') + 1));
        return tens == null || ones == null ? null : new Entry(tens.value() + ones.value(), Bound.EXACT);
    }
}
