package org.constancia.text.extract.speech;

import java.util.Set;
import org.constancia.text.extract.Candidate.SpeechAct;
import org.jspecify.annotations.Nullable;

/// A verb of speech: what is done by saying it, and what may follow it.
///
/// @param act null for verbs that only lead into a quotation ("repeated a refrain, saying")
record SpeechCue(String verb, @Nullable SpeechAct act, Set<String> complements) {
    boolean takes(String complement) {
        return complements.contains(complement);
    }
}
