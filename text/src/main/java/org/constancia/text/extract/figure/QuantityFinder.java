package org.constancia.text.extract.figure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.Bound;
import org.constancia.text.extract.lexicon.Language;
import org.constancia.text.extract.lexicon.LexiconFile;
import org.constancia.text.extract.lexicon.PhraseTable;
import org.constancia.text.extract.phrase.Grammar;

/// Reads a number with the words that bound it: "al menos 29", "between 20 and 30", "some 120", "5 a 7".
public final class QuantityFinder {
    private final NumberWords numbers;
    private final PhraseTable<Bound> bounds = new PhraseTable<>();

    public QuantityFinder(Language language) {
        this.numbers = NumberWords.of(language);
        for (List<String> row : LexiconFile.rows(language.code() + "/bounds.txt")) {
            if (!row.get(1).equals("none"))
                bounds.add(
                        row.get(0),
                        Bound.valueOf(row.get(1).toUpperCase(Locale.ROOT).replace('-', '_')),
                        (_, later) -> later);
        }
    }

    /// The quantity that begins exactly at a word.
    public Optional<Quantity> findAt(Grammar grammar, int at) {
        Optional<Quantity> range = range(grammar, at);
        if (range.isPresent()) return range;
        Optional<PhraseTable.Match<Bound>> bound = bounds.findLongest(
                k -> grammar.sentence().holds(at + k) ? grammar.word(at + k).form() : null);
        int start = bound.map(match -> at + match.length()).orElse(at);
        if (grammar.isAny(start, Set.of("a", "las", "los", "the", "otros", "otras", "other", "another"))
                && bound.isPresent()) start++;
        Optional<NumberWords.Number> number = numbers.read(grammar, start);
        if (number.isEmpty()) return Optional.empty();
        long value = number.get().value();
        int last = number.get().last();
        Bound own = number.get().bound();
        Optional<NumberWords.Number> upper = grammar.isAny(last, Set.of("a", "to", "-", "–")) && bound.isEmpty()
                ? numbers.read(grammar, last + 1).filter(high -> high.value() > value && high.value() < value * 20)
                : Optional.empty();
        if (upper.isPresent() && upper.get().last() > last)
            return Optional.of(
                    new Quantity(at, upper.get().last(), value, upper.get().value(), Bound.RANGE));
        Bound stated = bound.map(PhraseTable.Match::value).orElse(own);
        if (stated == Bound.ABOUT && own == Bound.AT_LEAST) stated = Bound.AT_LEAST;
        return Optional.of(new Quantity(at, last, value, null, stated));
    }

    private Optional<Quantity> range(Grammar grammar, int at) {
        if (!grammar.isAny(at, Set.of("entre", "between", "from"))) return Optional.empty();
        Optional<NumberWords.Number> low = numbers.read(grammar, at + 1);
        if (low.isEmpty() || !grammar.isAny(low.get().last(), Set.of("y", "and", "to", "a"))) return Optional.empty();
        Optional<NumberWords.Number> high = numbers.read(grammar, low.get().last() + 1);
        if (high.isEmpty() || high.get().value() <= low.get().value()) return Optional.empty();
        return Optional.of(new Quantity(
                at, high.get().last(), low.get().value(), high.get().value(), Bound.RANGE));
    }
}
