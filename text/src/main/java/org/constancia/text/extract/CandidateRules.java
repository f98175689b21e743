package org.constancia.text.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.constancia.core.place.Gazetteer;
import org.constancia.core.place.Place;
import org.constancia.text.extract.accountability.ActionFinder;
import org.constancia.text.extract.act.ActFrames;
import org.constancia.text.extract.act.ActLexicon;
import org.constancia.text.extract.commitment.CommitmentFinder;
import org.constancia.text.extract.date.DateFinder;
import org.constancia.text.extract.figure.FigureFinder;
import org.constancia.text.extract.lexicon.Language;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.place.PlaceFinder;
import org.constancia.text.extract.resolve.EntityTable;
import org.constancia.text.extract.resolve.MentionResolver;
import org.constancia.text.extract.resolve.SubjectFinder;
import org.constancia.text.extract.rule.RuleBook;
import org.constancia.text.extract.segment.AnalysedText;
import org.constancia.text.extract.segment.Sentence;
import org.constancia.text.extract.speech.Utterance;
import org.constancia.text.extract.speech.UtteranceFinder;
import org.jspecify.annotations.Nullable;

/// Runs the finders over an analysed text and turns what they find into candidates.
final class CandidateRules {
    private final RuleBook book = RuleBook.bundled();
    private final UtteranceFinder utterances = new UtteranceFinder();
    private final DateFinder dates = new DateFinder();
    private final PlaceFinder places;
    private final ActionFinder actions = new ActionFinder();
    private final CommitmentFinder commitments = new CommitmentFinder();
    private final Map<Language, ActLexicon> acts = new EnumMap<>(Language.class);
    private final Map<Language, FigureFinder> figures = new EnumMap<>(Language.class);
    private final Map<Language, ModalityReader> modalities = new EnumMap<>(Language.class);

    CandidateRules(Gazetteer gazetteer) {
        places = new PlaceFinder(gazetteer);
        for (Language language : Language.values()) {
            acts.put(language, new ActLexicon(language));
            figures.put(language, new FigureFinder(language));
            modalities.put(language, new ModalityReader(language));
        }
    }

    List<Candidate> apply(AnalysedText text, @Nullable LocalDate published) {
        List<Grammar> grammars = text.sentences().stream()
                .map(sentence -> new Grammar(text, sentence))
                .toList();
        Map<Integer, Grammar> bySentence = new HashMap<>();
        for (Grammar grammar : grammars) bySentence.put(grammar.sentence().first(), grammar);
        LocalDate anchor = published != null
                ? published
                : dates.findDateline(text, grammars).orElse(null);
        EntityTable table = EntityTable.of(text, grammars);
        MentionResolver resolver = new MentionResolver(table);
        List<Utterance> said = utterances.find(grammars, table, resolver);
        CandidateWriter writer = new CandidateWriter(text, book, said);
        for (Utterance utterance : said) writer.write(utterance);
        for (CommitmentFinder.Promise promise : commitments.find(said, bySentence)) {
            writer.write(
                    promise,
                    dates.find(getGrammar(bySentence, promise.utterance().sentence()), anchor));
        }
        List<SentenceFindings> findings = new ArrayList<>();
        List<PlaceFinder.Found> named = new ArrayList<>();
        for (Grammar grammar : grammars) {
            SentenceFindings found = findIn(grammar, anchor, table, resolver);
            findings.add(found);
            named.addAll(found.places());
        }
        Place country = places.findUsualCountry(named).orElse(null);
        for (SentenceFindings found : findings) {
            Language language = found.grammar().sentence().lexicon().language();
            writer.write(found, Optional.ofNullable(figures.get(language)).orElseThrow(), country);
        }
        return writer.candidates();
    }

    private static Grammar getGrammar(Map<Integer, Grammar> grammars, Sentence sentence) {
        return Optional.ofNullable(grammars.get(sentence.first())).orElseThrow();
    }

    private SentenceFindings findIn(
            Grammar grammar, @Nullable LocalDate anchor, EntityTable table, MentionResolver resolver) {
        Language language = grammar.sentence().lexicon().language();
        SubjectFinder subjects = new SubjectFinder(grammar, table, resolver);
        List<PlaceFinder.Found> named = places.find(grammar, table);
        Set<Integer> placed = new HashSet<>();
        for (PlaceFinder.Found place : named) for (int i = place.first(); i < place.last(); i++) placed.add(i);
        return new SentenceFindings(
                grammar,
                dates.find(grammar, anchor),
                named,
                new ActFrames(grammar, Optional.ofNullable(acts.get(language)).orElseThrow(), table, subjects, placed)
                        .find(),
                actions.find(grammar, subjects),
                Optional.ofNullable(modalities.get(language)).orElseThrow());
    }
}
