package org.constancia.text.extract.speech;

import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.Candidate.Form;
import org.constancia.text.extract.lexicon.Tense;
import org.constancia.text.extract.lexicon.VerbForm;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.segment.Sentence;
import org.constancia.text.extract.segment.Sentence.Quotation;
import org.constancia.text.extract.segment.Word;

/// Where what was said begins and ends: with the sentence, before the same speaker's next verb of speech,
/// before ", but".
final class ContentBounds {
    private final Grammar grammar;
    private final Sentence sentence;
    private final SpeechLexicon lexicon;

    ContentBounds(Grammar grammar, SpeechLexicon lexicon) {
        this.grammar = grammar;
        this.sentence = grammar.sentence();
        this.lexicon = lexicon;
    }

    boolean hasFiniteVerb(int from, int to) {
        for (int i = from; i < to && sentence.holds(i); i++) {
            if (grammar.isAuxiliary(i)
                    || grammar.findVerb(i)
                            .map(VerbForm::tense)
                            .filter(Tense::isFinite)
                            .isPresent()) return true;
        }
        return false;
    }

    /// ", but" takes the writer's side again.
    int beforeContrast(int first, int last) {
        for (int i = first + 3; i < last - 2; i++) {
            boolean contrast = grammar.isMark(i, ",")
                    && grammar.isAny(i + 1, Set.of("but", "pero"))
                    && !grammar.word(i).quoted();
            if (contrast) return i;
        }
        return last;
    }

    /// An object ends where the same subject does something else: "pleaded for his release and offered to
    /// mediate".
    int beforeNextVerb(int first, int last) {
        for (int i = first + 1; i < last - 1; i++) {
            boolean joined =
                    grammar.is(i, WordClass.COORDINATOR) && !grammar.word(i).quoted();
            if (joined
                    && grammar.findVerb(i + 1)
                            .map(VerbForm::tense)
                            .filter(Tense.PAST::equals)
                            .isPresent()) return i;
        }
        return last;
    }

    /// Where content that begins at a word ends: with the sentence, or before the same speaker's next cue.
    int contentEnd(int start) {
        int end = sentence.last();
        while (end > start && (grammar.word(end - 1).kind() == Word.Kind.PUNCTUATION)) end--;
        for (int i = start + 1; i < end; i++) {
            if (grammar.word(i).quoted()) continue;
            if (grammar.isMark(i, ";")) return i;
            if (isNextCue(i)) {
                int cut = grammar.verbGroupStart(i);
                while (cut > start && (grammar.is(cut - 1, WordClass.COORDINATOR) || grammar.isMark(cut - 1, ",")))
                    cut--;
                if (cut > start) return cut;
            }
        }
        return end;
    }

    /// "... y exigió", ", acknowledging that", ", describing": the same speaker goes on with another verb of
    /// speech.
    private boolean isNextCue(int at) {
        Optional<VerbForm> form = grammar.findVerb(at);
        if (form.isEmpty() || lexicon.find(form.get().lemma()).isEmpty()) return false;
        int group = grammar.verbGroupStart(at);
        boolean joined = sentence.holds(group - 1)
                && grammar.is(group - 1, WordClass.COORDINATOR)
                && (form.get().tense() == Tense.PAST || form.get().tense() == Tense.PRESENT);
        boolean gerund = form.get().tense() == Tense.GERUND && grammar.isMark(group - 1, ",");
        return joined || gerund;
    }

    Optional<ContentFinder.Content> content(int first, int last, String rule) {
        int start = first;
        int end = last;
        while (start < end && grammar.word(start).kind() == Word.Kind.PUNCTUATION) start++;
        while (end > start && grammar.word(end - 1).kind() == Word.Kind.PUNCTUATION && !endsQuotation(end - 1)) end--;
        if (end - start < 1) return Optional.empty();
        return Optional.of(new ContentFinder.Content(start, end, formOf(start, end), null, rule));
    }

    private boolean endsQuotation(int at) {
        return grammar.word(at).quoted();
    }

    private Form formOf(int first, int last) {
        boolean any = false;
        for (Quotation quotation : sentence.quotes()) any |= first <= quotation.open() && quotation.open() < last;
        if (!any) return Form.INDIRECT;
        boolean whole = grammar.word(first).kind() == Word.Kind.OPENING_QUOTE
                && grammar.word(last - 1).kind() == Word.Kind.CLOSING_QUOTE;
        return whole ? Form.DIRECT : Form.MIXED;
    }
}
