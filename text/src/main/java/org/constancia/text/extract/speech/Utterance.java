package org.constancia.text.extract.speech;

import java.util.List;
import org.constancia.text.extract.Candidate.Form;
import org.constancia.text.extract.Candidate.SpeechAct;
import org.constancia.text.extract.Slot;
import org.constancia.text.extract.resolve.Mention;
import org.constancia.text.extract.segment.Sentence;
import org.jspecify.annotations.Nullable;

/// Something said, in words of the analysed text: content `[first, last)`.
///
/// @param speaker null when nobody can be made out
/// @param cue the cue word, -1 for a quotation without one
public record Utterance(
        Sentence sentence,
        int first,
        int last,
        int cue,
        Form form,
        SpeechAct act,
        @Nullable Mention speaker,
        @Nullable Slot addressee,
        boolean implicit,
        List<String> rules) {
    public Utterance {
        rules = List.copyOf(rules);
        if (last <= first) throw new IllegalArgumentException("an utterance has content");
    }

    public boolean holds(int word) {
        return first <= word && word < last;
    }
}
