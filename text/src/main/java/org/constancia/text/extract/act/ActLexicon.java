package org.constancia.text.extract.act;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.lexicon.Language;
import org.constancia.text.extract.lexicon.LexiconFile;
import org.constancia.text.extract.lexicon.PhraseTable;
import org.constancia.text.extract.lexicon.WordForms;
import org.constancia.text.extract.phrase.Grammar;

/// The words for acts in one language: verbs by lemma, nouns and states by their forms.
public final class ActLexicon {
    /// How a word for an act takes its victim and its doer; see `acts.txt`.
    public enum Frame {
        VERB,
        VERB_PERSON,
        VERB_CONTRA,
        VERB_CIVIC,
        SUFFERED,
        HAPPENING,
        NOUN,
        NOUN_BY,
        STATE,
        PROPERTY
    }

    public record Entry(Frame frame, String type) {}

    private static final int LONGEST_VERB = 3;

    private final Map<String, Entry> verbs = new HashMap<>();
    private final Set<String> properties = new HashSet<>();
    private final PhraseTable<Entry> nouns = new PhraseTable<>();
    private final PhraseTable<Entry> states = new PhraseTable<>();

    public ActLexicon(Language language) {
        for (List<String> row : LexiconFile.rows(language.code() + "/acts.txt")) {
            Entry entry =
                    new Entry(Frame.valueOf(row.get(1).toUpperCase(Locale.ROOT).replace('-', '_')), row.get(2));
            String word = row.get(0).replaceAll("\\(.*\\)", "");
            switch (entry.frame()) {
                case VERB, VERB_PERSON, VERB_CONTRA, VERB_CIVIC, SUFFERED, HAPPENING -> verbs.put(word, entry);
                case PROPERTY -> properties.addAll(WordForms.ofNoun(word, language));
                case NOUN, NOUN_BY ->
                    WordForms.ofNoun(word, language).forEach(form -> nouns.add(form, entry, (_, later) -> later));
                case STATE ->
                    WordForms.ofNoun(word, language).forEach(form -> states.add(form, entry, (_, later) -> later));
            }
        }
    }

    public Optional<Entry> findVerb(String lemma) {
        return Optional.ofNullable(verbs.get(lemma));
    }

    /// A verb with its particle ("gun down", "open fire on"), else the verb alone; and how many words it takes.
    Optional<PhraseTable.Match<Entry>> findVerbPhrase(Grammar grammar, int at, String lemma) {
        StringBuilder phrase = new StringBuilder(lemma);
        for (int length = 2; length <= LONGEST_VERB && grammar.sentence().holds(at + length - 1); length++) {
            phrase.append(' ').append(grammar.word(at + length - 1).form());
            Entry found = verbs.get(phrase.toString());
            if (found != null) return Optional.of(new PhraseTable.Match<>(length, found));
        }
        return findVerb(lemma).map(entry -> new PhraseTable.Match<>(1, entry));
    }

    /// Whether a word names a thing that can be burned, bombed, robbed or attacked.
    boolean isProperty(String form) {
        return properties.contains(form);
    }

    public Optional<PhraseTable.Match<Entry>> findNoun(Grammar grammar, int at) {
        return nouns.findLongest(
                k -> grammar.sentence().holds(at + k) ? grammar.word(at + k).form() : null);
    }

    public Optional<PhraseTable.Match<Entry>> findState(Grammar grammar, int at) {
        return states.findLongest(
                k -> grammar.sentence().holds(at + k) ? grammar.word(at + k).form() : null);
    }
}
