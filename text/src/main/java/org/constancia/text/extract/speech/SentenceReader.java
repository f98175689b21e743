package org.constancia.text.extract.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.constancia.text.extract.Candidate.Form;
import org.constancia.text.extract.Candidate.SpeechAct;
import org.constancia.text.extract.Slot;
import org.constancia.text.extract.lexicon.Tense;
import org.constancia.text.extract.lexicon.VerbForm;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.phrase.NounPhrase;
import org.constancia.text.extract.resolve.EntityTable;
import org.constancia.text.extract.resolve.Mention;
import org.constancia.text.extract.resolve.MentionResolver;
import org.constancia.text.extract.resolve.SubjectFinder;
import org.constancia.text.extract.resolve.SubjectFinder.Side;
import org.constancia.text.extract.resolve.SubjectFinder.Subject;
import org.constancia.text.extract.segment.Sentence;
import org.constancia.text.extract.segment.Sentence.Quotation;
import org.jspecify.annotations.Nullable;

/// The utterances of one sentence: first those with a verb of speech, then "según", then quotations left over.
final class SentenceReader {
    private static final int SHORTEST_STANDING_QUOTATION = 3;

    private final Grammar grammar;
    private final Sentence sentence;
    private final SpeechLexicon lexicon;
    private final MentionResolver resolver;
    private final SubjectFinder subjects;
    private final ContentFinder contents;
    private final SourcePhrases sources;
    private final List<Utterance> all;
    private final List<Utterance> here = new ArrayList<>();

    SentenceReader(
            Grammar grammar, SpeechLexicon lexicon, EntityTable table, MentionResolver resolver, List<Utterance> all) {
        this.grammar = grammar;
        this.sentence = grammar.sentence();
        this.lexicon = lexicon;
        this.resolver = resolver;
        this.subjects = new SubjectFinder(grammar, table, resolver);
        this.contents = new ContentFinder(grammar, lexicon);
        this.sources = new SourcePhrases(grammar, lexicon, resolver, subjects);
        this.all = all;
    }

    void read() {
        for (SourcePhrases.Source source : sources.find()) readSource(source);
        for (int i = sentence.first(); i < sentence.last(); i++)
            if (!grammar.word(i).quoted()) readCue(i);
        for (Quotation quotation : sentence.quotes()) readLeftOver(quotation);
    }

    private void readSource(SourcePhrases.Source source) {
        Optional<ContentFinder.Content> content = contents.aroundSource(source.first(), source.last());
        if (content.isEmpty()) return;
        add(content.get(), source.first(), SpeechAct.ASSERT, source.speaker(), null, false, "speech.according-to");
    }

    private void readCue(int at) {
        Optional<SpeechCue> cue = cueAt(at);
        if (cue.isEmpty() || sources.holds(at) || isInsideContent(at)) return;
        SpeechCue verb = cue.get();
        SpeechAct act = verb.act();
        if (act == null) return;
        Optional<Subject> subject = subjects.find(at);
        int boundary = subject.map(Subject::boundary).orElse(grammar.verbGroupStart(at));
        int after = subject.filter(found -> found.side() == Side.RIGHT)
                .map(found -> found.phrase().last())
                .orElse(at + 1);
        Optional<ContentFinder.Content> content = contents.of(
                verb, at, boundary, after, subject.map(Subject::side).orElse(null));
        if (content.isEmpty()) return;
        Optional<Mention> speaker = subject.map(found -> resolver.resolve(grammar, found.phrase()));
        boolean dropped = speaker.isEmpty();
        if (dropped) {
            boolean mayDrop = grammar.isSpanish() || content.get().form() == Form.DIRECT;
            if (!mayDrop) return;
            speaker = resolver.continueLast("the verb has no subject here; the last speaker is meant");
            if (speaker.isEmpty() && content.get().form() != Form.DIRECT) return;
        }
        add(
                content.get(),
                at,
                act,
                speaker.orElse(null),
                content.get().addressee(),
                dropped && speaker.isPresent(),
                content.get().rule());
    }

    /// The verb of speech at a word, when it is used as one: finite, or a gerund, or with "ha" / "has"; not passive.
    private Optional<SpeechCue> cueAt(int at) {
        Optional<VerbForm> form = grammar.findVerb(at);
        if (form.isEmpty()) return Optional.empty();
        Tense tense = form.get().tense();
        boolean perfect = tense == Tense.PARTICIPLE && isPerfect(at);
        boolean used = tense == Tense.GERUND && !isProgressive(at)
                || tense.isFinite() && tense != Tense.SUBJUNCTIVE
                || perfect
                || tense == Tense.INFINITIVE && !grammar.isSpanish() && isPluralPresent(at);
        boolean accusedOf = grammar.isAny(at + 1, java.util.Set.of("of")) && !perfect && tense == Tense.PAST;
        if (!used || accusedOf || grammar.isPassive(at)) return Optional.empty();
        return lexicon.find(form.get().lemma());
    }

    private boolean isPerfect(int at) {
        for (int i = grammar.verbGroupStart(at); i < at; i++) if (grammar.is(i, WordClass.HAVE)) return true;
        return false;
    }

    private boolean isProgressive(int at) {
        return grammar.verbGroupStart(at) < at && grammar.isAuxiliary(at - 1);
    }

    private boolean isPluralPresent(int at) {
        return !grammar.is(at - 1, "to") && !grammar.is(at - 1, WordClass.MODAL);
    }

    private boolean isInsideContent(int at) {
        for (Utterance utterance : here) if (utterance.holds(at)) return true;
        return false;
    }

    /// A quotation that no cue claimed: it goes on with the last speaker when it stands alone, else it is only a
    /// quoted word.
    private void readLeftOver(Quotation quotation) {
        for (Utterance utterance : here)
            if (utterance.holds(quotation.open()) || utterance.holds(quotation.close())) return;
        if (quotation.length() < SHORTEST_STANDING_QUOTATION) return;
        boolean opens = quotation.open() == sentence.first();
        boolean closes = quotation.close() >= sentence.last() - 2;
        boolean introduced = grammar.isMark(quotation.open() - 1, ":");
        if (introduced) {
            Optional<NounPhrase> who =
                    grammar.findPhraseFrom(sentence.first()).filter(phrase -> resolver.isActor(grammar, phrase));
            Optional<Mention> speaker =
                    who.map(phrase -> resolver.resolve(grammar, phrase)).or(resolver::findLastSpeaker);
            speaker.ifPresent(mention -> add(
                    ContentFinder.Content.direct(quotation),
                    -1,
                    SpeechAct.ASSERT,
                    mention,
                    null,
                    false,
                    "speech.colon"));
        } else if (opens && closes && continuesLast()) {
            Optional<Mention> speaker =
                    resolver.continueLast("a quotation without cue right after this speaker's words");
            add(
                    ContentFinder.Content.direct(quotation),
                    -1,
                    SpeechAct.ASSERT,
                    speaker.orElse(null),
                    null,
                    speaker.isPresent(),
                    "speech.continued-quotation");
        }
    }

    private boolean continuesLast() {
        if (all.isEmpty()) return false;
        Utterance last = all.getLast();
        return last.sentence().block() >= sentence.block() - 1 && last.speaker() != null;
    }

    private void add(
            ContentFinder.Content content,
            int cue,
            SpeechAct act,
            @Nullable Mention speaker,
            @Nullable Slot addressee,
            boolean implicit,
            String rule) {
        for (Utterance utterance : here) {
            if (utterance.holds(content.first()) && utterance.holds(content.last() - 1)) return;
        }
        Utterance utterance = new Utterance(
                sentence,
                content.first(),
                content.last(),
                cue,
                content.form(),
                act,
                speaker,
                addressee,
                implicit,
                List.of(rule));
        here.add(utterance);
        all.add(utterance);
        if (speaker != null) resolver.spoke(speaker);
    }
}
