package org.constancia.text.extract.speech;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.constancia.text.extract.lexicon.Language;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.resolve.EntityTable;
import org.constancia.text.extract.resolve.MentionResolver;

/// Finds what is said, sentence after sentence, in reading order, because who spoke before decides who "he" is.
public final class UtteranceFinder {
    private final Map<Language, SpeechLexicon> lexicons = new EnumMap<>(Language.class);

    public UtteranceFinder() {
        for (Language language : Language.values()) lexicons.put(language, new SpeechLexicon(language));
    }

    public List<Utterance> find(List<Grammar> grammars, EntityTable table, MentionResolver resolver) {
        List<Utterance> found = new ArrayList<>();
        for (Grammar grammar : grammars) {
            SpeechLexicon lexicon = lexicons.get(grammar.sentence().lexicon().language());
            if (lexicon != null) new SentenceReader(grammar, lexicon, table, resolver, found).read();
        }
        return found;
    }
}
