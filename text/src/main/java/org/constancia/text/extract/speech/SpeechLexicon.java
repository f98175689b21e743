package org.constancia.text.extract.speech;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.Candidate.SpeechAct;
import org.constancia.text.extract.lexicon.Language;
import org.constancia.text.extract.lexicon.LexiconFile;

/// The verbs of speech of one language, by lemma.
final class SpeechLexicon {
    private final Map<String, SpeechCue> cues = new HashMap<>();

    SpeechLexicon(Language language) {
        for (List<String> row : LexiconFile.rows(language.code() + "/speech.txt")) {
            String verb = row.getFirst().replaceAll("\\(.*\\)", "");
            SpeechAct act = row.get(1).equals("none")
                    ? null
                    : SpeechAct.valueOf(row.get(1).toUpperCase(Locale.ROOT));
            cues.put(verb, new SpeechCue(verb, act, Set.of(row.get(2).split(" "))));
        }
    }

    Optional<SpeechCue> find(String lemma) {
        return Optional.ofNullable(cues.get(lemma));
    }
}
