package org.constancia.text.extract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.constancia.text.extract.Candidate.SpeechAct;
import org.constancia.text.extract.act.ActFrame;
import org.constancia.text.extract.lexicon.Language;
import org.constancia.text.extract.lexicon.LexiconFile;
import org.constancia.text.extract.lexicon.PhraseTable;
import org.constancia.text.extract.lexicon.Tense;
import org.constancia.text.extract.lexicon.VerbForm;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.speech.Utterance;
import org.jspecify.annotations.Nullable;

/// How an act is put forward: from the verb itself, from the words of `modality.txt` close to it, and from the speech
/// that reports it.
final class ModalityReader {
    private static final int CLOSE = 6;

    private final PhraseTable<Modality> cues = new PhraseTable<>();

    ModalityReader(Language language) {
        Map<String, List<String>> sections = LexiconFile.sections(language.code() + "/modality.txt");
        sections.forEach((section, words) -> {
            Modality modality = Modality.valueOf(section.toUpperCase(Locale.ROOT));
            for (String word : words) cues.add(word, modality, (first, _) -> first);
        });
    }

    /// @param reported the utterance the act stands in, null in the writer's own words
    Modality read(Grammar grammar, ActFrame act, @Nullable Utterance reported) {
        if (grammar.isNegated(act.first())) return Modality.DENIED;
        if (reported != null && reported.act() == SpeechAct.DENY) return Modality.DENIED;
        if (act.alleged()) return Modality.ALLEGED;
        Tense tense = grammar.findVerb(act.first()).map(VerbForm::tense).orElse(Tense.PAST);
        if (tense == Tense.FUTURE) return Modality.FUTURE;
        if (tense == Tense.CONDITIONAL) return Modality.ALLEGED;
        if (reported != null && (reported.act() == SpeechAct.ALLEGE)) return Modality.ALLEGED;
        if (reported != null
                && (reported.act() == SpeechAct.DEMAND
                        || reported.act() == SpeechAct.PROMISE
                        || reported.act() == SpeechAct.THREATEN)
                && act.victim().isEmpty()
                && act.perpetrator().isEmpty()) return Modality.HYPOTHETICAL;
        Modality near = near(grammar, act);
        boolean heardOf = reported != null
                && act.perpetrator().isPresent()
                && reported.speaker() != null
                && !reported.speaker().official();
        return near == Modality.ASSERTED && heardOf ? Modality.ALLEGED : near;
    }

    private Modality near(Grammar grammar, ActFrame act) {
        int from = Math.max(grammar.sentence().first(), act.first() - CLOSE);
        for (int i = act.first() - 1; i >= from; i--) {
            if (grammar.isMark(i, ";") || grammar.isMark(i, ".")) break;
            int at = i;
            PhraseTable.Match<Modality> match = cues.findLongest(
                            k -> grammar.sentence().holds(at + k)
                                    ? grammar.word(at + k).form()
                                    : null)
                    .orElse(null);
            if (match == null) continue;
            boolean direct = match.value() != Modality.DENIED || i >= act.first() - 2;
            boolean noun = match.value() == Modality.FUTURE
                    && grammar.findVerb(act.first()).isEmpty();
            if (direct) return noun ? Modality.HYPOTHETICAL : match.value();
        }
        for (int i = act.last(); i < act.last() + 3 && grammar.sentence().holds(i); i++) {
            if (grammar.is(i, "allegedly") || grammar.is(i, "presuntamente") || grammar.is(i, "supuestamente"))
                return Modality.ALLEGED;
        }
        return Modality.ASSERTED;
    }
}
