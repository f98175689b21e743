package org.constancia.text.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.constancia.core.place.Place;
import org.constancia.text.extract.Candidate.Scope;
import org.constancia.text.extract.Candidate.SpeechAct;
import org.constancia.text.extract.accountability.ActionFrame;
import org.constancia.text.extract.act.ActFrame;
import org.constancia.text.extract.commitment.CommitmentFinder;
import org.constancia.text.extract.date.DateExpression;
import org.constancia.text.extract.figure.FigureFinder;
import org.constancia.text.extract.figure.FigureFrame;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.phrase.NounPhrase;
import org.constancia.text.extract.place.PlaceFinder;
import org.constancia.text.extract.resolve.Mention;
import org.constancia.text.extract.rule.RuleBook;
import org.constancia.text.extract.segment.AnalysedText;
import org.constancia.text.extract.segment.Word;
import org.constancia.text.extract.speech.Utterance;
import org.jspecify.annotations.Nullable;

/// Turns findings, which are word indexes, into candidates, which are spans of the layer with slots and
/// grounds.
final class CandidateWriter {
    /// Steps after which nobody is accused any more.
    private static final Set<String> CLEARING = Set.of("acquittal", "case-dropped", "archived", "release");

    private static final Set<String> DEADLY = Set.of("killing", "massacre", "extrajudicial-execution");
    private static final Set<String> WAYS_TO_DIE = Set.of("attack", "death", "injury", "killing");

    private final AnalysedText text;
    private final RuleBook book;
    private final Map<Integer, Utterance> saidAt = new HashMap<>();
    private final List<Candidate> candidates = new ArrayList<>();

    CandidateWriter(AnalysedText text, RuleBook book, List<Utterance> said) {
        this.text = text;
        this.book = book;
        for (Utterance utterance : said)
            for (int i = utterance.first(); i < utterance.last(); i++) saidAt.putIfAbsent(i, utterance);
    }

    List<Candidate> candidates() {
        return candidates;
    }

    void write(Utterance utterance) {
        Mention speaker = utterance.speaker();
        Span span = text.span(utterance.first(), utterance.last());
        List<String> rules = new ArrayList<>(utterance.rules());
        if (utterance.implicit() && utterance.cue() >= 0) rules.add("speech.subject-left-out");
        Slot cue = utterance.cue() < 0 ? null : text.slot(utterance.cue(), utterance.cue() + 1);
        candidates.add(new Candidate.Statement(
                span,
                utterance.form(),
                utterance.act(),
                speaker == null ? null : speaker.speaker(),
                cue,
                utterance.addressee(),
                utterance.implicit(),
                book.grounds(rules)));
        if (utterance.act() == SpeechAct.DEMAND && speaker != null) {
            rules.add("demand.verb");
            candidates.add(new Candidate.Demand(span, speaker.speaker(), utterance.addressee(), book.grounds(rules)));
        }
    }

    void write(CommitmentFinder.Promise promise, List<DateExpression> dates) {
        Optional<DateExpression> due = dates.stream()
                .filter(date -> date.first() >= promise.first() && date.last() <= promise.last())
                .findFirst();
        candidates.add(new Candidate.Commitment(
                text.span(promise.first(), promise.last()),
                promise.by().speaker(),
                due.map(date -> text.slot(date.first(), date.last())).orElse(null),
                due.map(DateExpression::resolved).orElse(null),
                promise.hasContrast() ? text.slot(promise.contrastFirst(), promise.contrastLast()) : null,
                book.grounds(List.of(promise.utterance().rules().getFirst(), promise.rule()))));
    }

    /// @param country where acts happen of which the sentence names no place; null when the text names none
    void write(SentenceFindings findings, FigureFinder figures, @Nullable Place country) {
        for (DateExpression date : findings.dates()) write(date);
        for (PlaceFinder.Found place : findings.places()) write(place);
        Set<Integer> dated = new HashSet<>();
        for (DateExpression date : findings.dates()) for (int i = date.first(); i < date.last(); i++) dated.add(i);
        List<NounPhrase> accused = new ArrayList<>();
        List<ActionFrame> actions = findings.actions().stream()
                .filter(action -> !isArrestOfVictims(action, findings.acts()))
                .toList();
        for (ActionFrame action : actions) action.accused().ifPresent(accused::add);
        List<FigureFrame> found = figures.find(findings.grammar(), dated, findings.acts(), accused);
        for (FigureFrame figure : found) write(figure, findings);
        for (ActFrame act : findings.acts())
            if (!isPartOfAnother(act, findings.acts())) write(act, findings, found, country);
        for (ActionFrame action : actions) write(action, findings);
    }

    /// "112 protesters had been arrested": those suffer the arrest, nobody is held to account.
    private static boolean isArrestOfVictims(ActionFrame action, List<ActFrame> acts) {
        if (!action.kind().equals("arrest") || action.accused().isEmpty()) return false;
        NounPhrase arrested = action.accused().get();
        return acts.stream()
                .filter(act -> act.type().equals("arbitrary-detention"))
                .flatMap(act -> act.victim().stream())
                .anyMatch(victim -> victim.first() < arrested.last() && arrested.first() < victim.last());
    }

    private void write(DateExpression date) {
        candidates.add(new Candidate.DateMention(
                text.span(date.first(), date.last()),
                text.slot(date.first(), date.last()),
                date.resolved(),
                book.grounds(List.of(date.rule()))));
    }

    private void write(PlaceFinder.Found place) {
        String rule = place.places().size() > 1 ? "place.ambiguous" : "place.gazetteer";
        candidates.add(new Candidate.PlaceMention(
                text.span(place.first(), place.last()),
                text.slot(place.first(), place.last()),
                place.places(),
                book.grounds(List.of(rule))));
    }

    private void write(FigureFrame figure, SentenceFindings findings) {
        Optional<Utterance> reported = reporting(figure.quantity().first());
        Optional<DateExpression> date = findings.findDateNear(figure.quantity().first());
        Optional<PlaceFinder.Found> place =
                findings.findPlaceNear(figure.quantity().first());
        int last = figure.last();
        candidates.add(new Candidate.Figure(
                text.span(figure.quantity().first(), last),
                text.slot(figure.quantity().first(), figure.quantity().last()),
                figure.quantity().number(),
                figure.quantity().max(),
                figure.quantity().bound(),
                figure.hasUnit() ? text.slot(figure.unitFirst(), figure.unitLast()) : null,
                figure.condition() < 0 ? null : text.slot(figure.condition(), figure.condition() + 1),
                figure.subset(),
                date.map(found -> text.slot(found.first(), found.last())).orElse(null),
                place.map(found -> text.slot(found.first(), found.last())).orElse(null),
                reported.map(Utterance::speaker).map(Mention::speaker).orElse(null),
                book.grounds(List.of(figure.rule()))));
    }

    /// "deaths" in "many deaths blamed on excessive force" is the victim of that act, not an act of its own.
    private static boolean isPartOfAnother(ActFrame act, List<ActFrame> acts) {
        return acts.stream()
                .anyMatch(other -> other != act
                        && (other.alleged()
                                        && other.victim()
                                                .filter(victim -> victim.holds(act.first()))
                                                .isPresent()
                                || (other.first() < act.first() || act.type().equals("attack"))
                                        && isToldAgain(act, other)));
    }

    /// "the murder of six protesters who were shot", "the murder of Ana Ruiz, a student who died": how the same
    /// person of the same sentence was killed is told in a clause of its own.
    private static boolean isToldAgain(ActFrame act, ActFrame killing) {
        if (!DEADLY.contains(killing.type()) || !WAYS_TO_DIE.contains(act.type())) return false;
        if (act.victim().isEmpty() || killing.victim().isEmpty()) return false;
        NounPhrase victim = act.victim().get();
        NounPhrase killed = killing.victim().get();
        boolean same = victim.first() < killed.last() && killed.first() < victim.last();
        return same || victim.first() == killed.last() + 1;
    }

    /// Those charged, tried or investigated for the act, when the text names no other doer.
    private static Optional<ActionFrame> accusation(ActFrame act, SentenceFindings findings) {
        return findings.actions().stream()
                .filter(action -> action.accused().isPresent() && !CLEARING.contains(action.kind()))
                .filter(action -> action.offence()
                        .filter(offence -> offence.first() <= act.first() && act.first() < offence.last())
                        .isPresent())
                .findFirst();
    }

    private void write(ActFrame act, SentenceFindings findings, List<FigureFrame> figures, @Nullable Place country) {
        Grammar grammar = findings.grammar();
        @Nullable Utterance reported = reporting(act.first()).orElse(null);
        List<Slot> victims =
                act.victim().map(phrase -> victims(phrase, figures)).orElse(List.of());
        Optional<ActionFrame> accusation = act.perpetrator().isPresent() ? Optional.empty() : accusation(act, findings);
        List<Slot> perpetrators = act.perpetrator()
                .or(() -> accusation.flatMap(ActionFrame::accused))
                .map(phrase -> List.of(named(phrase)))
                .orElse(List.of());
        Optional<DateExpression> date = findings.findDateNear(act.first());
        Optional<PlaceFinder.Found> place = findings.findPlaceNear(act.first());
        Span span = text.span(act.first(), act.last());
        for (Slot slot : victims) if (slot.span() != null && near(slot.span(), span)) span = span.cover(slot.span());
        for (Slot slot : perpetrators)
            if (slot.span() != null && near(slot.span(), span)) span = span.cover(slot.span());
        candidates.add(new Candidate.Act(
                span,
                text.slot(act.first(), act.last()),
                act.type(),
                scope(grammar, act, figures),
                accusation.filter(action -> !action.kind().equals("conviction")).isPresent()
                        ? Modality.ALLEGED
                        : findings.modality().read(grammar, act, reported),
                victims,
                perpetrators,
                act.victim().map(phrase -> groups(grammar, phrase)).orElse(List.of()),
                null,
                date.map(found -> text.slot(found.first(), found.last())).orElse(null),
                date.map(DateExpression::resolved).orElse(null),
                place.map(found -> text.slot(found.first(), found.last())).orElseGet(() -> inferred(country)),
                place.map(PlaceFinder.Found::places).orElse(country == null ? List.of() : List.of(country)),
                reported == null || reported.speaker() == null
                        ? null
                        : reported.speaker().speaker(),
                book.grounds(List.of(act.rule()))));
    }

    private static @Nullable Slot inferred(@Nullable Place country) {
        if (country == null) return null;
        return Slot.inferred(country.name(), "no place in the sentence; the country the text names most");
    }

    private static boolean near(Span slot, Span trigger) {
        return Math.abs(slot.start() - trigger.start()) < 400;
    }

    private List<Slot> victims(NounPhrase phrase, List<FigureFrame> figures) {
        int first = phrase.first();
        for (FigureFrame figure : figures) {
            boolean bounds = figure.quantity().first() < first && figure.last() > first;
            if (bounds) first = figure.quantity().first();
        }
        return List.of(text.slot(first, phrase.last()));
    }

    /// Without article: "la Fiscalía General" is the body "Fiscalía General".
    private Slot named(NounPhrase phrase) {
        boolean article = phrase.first() < phrase.core()
                && text.word(phrase.first()).is(WordClass.DEFINITE)
                && phrase.core() == phrase.first() + 1;
        return text.slot(article ? phrase.core() : phrase.first(), phrase.last());
    }

    private static List<String> groups(Grammar grammar, NounPhrase phrase) {
        Set<String> groups = new LinkedHashSet<>();
        for (int i = phrase.first(); i < phrase.last(); i++)
            groups.addAll(grammar.word(i).reading().groups());
        return List.copyOf(groups);
    }

    private static Scope scope(Grammar grammar, ActFrame act, List<FigureFrame> figures) {
        Optional<NounPhrase> victim = act.victim();
        boolean counted = figures.stream()
                .anyMatch(figure -> figure.quantity().first() <= act.first() && act.first() < figure.last()
                        || victim.filter(phrase ->
                                        figure.quantity().first() < phrase.last() && phrase.first() < figure.last())
                                .isPresent());
        if (counted) return Scope.AGGREGATE;
        Word trigger = grammar.word(act.last() - 1);
        boolean plural =
                trigger.form().endsWith("s") && grammar.findVerb(act.first()).isEmpty();
        boolean many = victim.filter(phrase -> grammar.word(phrase.first()).is(WordClass.QUANTIFIER)
                        || grammar.isAny(phrase.first(), Set.of("many", "muchos", "muchas")))
                .isPresent();
        if (many) return Scope.AGGREGATE;
        boolean bareVictim = victim.filter(phrase -> phrase.first() == phrase.core()
                        && !grammar.word(phrase.core()).isCapitalised())
                .isPresent();
        boolean mass = Set.of("violence", "abuse", "gross-violation", "excessive-force")
                .contains(act.type());
        return plural && (bareVictim || victim.isEmpty()) || mass && !victim.isPresent()
                ? Scope.GENERIC
                : Scope.SPECIFIC;
    }

    private void write(ActionFrame action, SentenceFindings findings) {
        if (reporting(action.verb())
                .filter(utterance -> !isReportOfFact(utterance))
                .isPresent()) return;
        int offence = action.offence().map(NounPhrase::first).orElse(Integer.MAX_VALUE);
        Optional<DateExpression> date = findings.dates().stream()
                .filter(found -> found.first() < offence)
                .reduce((one, other) ->
                        Math.abs(one.first() - action.verb()) <= Math.abs(other.first() - action.verb()) ? one : other);
        Span span = text.span(action.first(), action.last());
        for (Optional<NounPhrase> part : List.of(action.body(), action.accused())) {
            if (part.isPresent())
                span = span.cover(text.span(part.get().first(), part.get().last()));
        }
        candidates.add(new Candidate.AccountabilityAction(
                span,
                text.slot(action.first(), action.last()),
                action.kind(),
                action.body().map(this::named).orElse(null),
                action.accused().map(this::named).orElse(null),
                action.offence()
                        .map(phrase -> text.slot(phrase.first(), phrase.last()))
                        .orElse(null),
                date.map(found -> text.slot(found.first(), found.last())).orElse(null),
                date.map(DateExpression::resolved).orElse(null),
                Modality.ASSERTED,
                book.grounds(List.of(action.rule()))));
    }

    private static boolean isReportOfFact(Utterance utterance) {
        return switch (utterance.act()) {
            case ASSERT, ANNOUNCE, ACKNOWLEDGE, ALLEGE, CONDEMN, WARN -> true;
            case DEMAND, PROMISE, DENY, THREATEN -> false;
        };
    }

    private Optional<Utterance> reporting(int word) {
        return Optional.ofNullable(saidAt.get(word));
    }
}
