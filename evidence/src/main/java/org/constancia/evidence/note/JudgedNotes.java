package org.constancia.evidence.note;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// The notes that a policy judged last, byte for byte, and the answers: all proofs of a dossier lead to one checkpoint,
/// whose signatures are verified once.
final class JudgedNotes {
    private static final int KEPT = 64;

    private final Map<SignedNote, Policy.Judgement> judged = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SignedNote, Policy.Judgement> eldest) {
            return size() > KEPT;
        }
    };

    Policy.Judgement judge(SignedNote note, Function<SignedNote, Policy.Judgement> judge) {
        synchronized (judged) {
            Policy.Judgement known = judged.get(note);
            if (known != null) {
                return known;
            }
        }
        Policy.Judgement answer = judge.apply(note);
        synchronized (judged) {
            judged.put(note, answer);
        }
        return answer;
    }
}
