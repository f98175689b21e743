package org.constancia.text.extract.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.Span;
import org.constancia.text.extract.lexicon.PhraseTable;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.segment.AnalysedText;
import org.constancia.text.extract.segment.Sentence;

/// A document cut into groups, triggers and links, with everybody and everything it names gathered over sentences.
final class Report {
    private final AnalysedText text;
    private final IncidentLexicon lexicon;
    private final List<SentenceGroups> sentences = new ArrayList<>();
    private final List<List<Link>> links = new ArrayList<>();
    private final Map<String, Participant> participants = new LinkedHashMap<>();

    Report(AnalysedText text, IncidentLexicon lexicon, PlaceNames places) {
        this.text = text;
        this.lexicon = lexicon;
        for (Sentence sentence : text.sentences()) {
            SentenceGroups groups = new SentenceGroups(new Grammar(text, sentence), lexicon, places);
            sentences.add(groups);
            links.add(new LinkFinder(groups).links());
        }
        for (int i = 0; i < sentences.size(); i++) gather(i);
        for (int i = 0; i < sentences.size(); i++) gatherShortNames(i);
    }

    AnalysedText text() {
        return text;
    }

    List<SentenceGroups> sentences() {
        return sentences;
    }

    List<Link> links(int sentence) {
        return links.get(sentence);
    }

    Collection<Participant> participants() {
        return participants.values();
    }

    private void gather(int number) {
        SentenceGroups sentence = sentences.get(number);
        for (Group group : sentence.groups()) {
            boolean known = gatherBodies(number, group);
            if (group.is(Kind.NAME)) {
                if (group.last() - group.named() >= 2) addName(number, group);
                continue;
            }
            for (Kind kind : group.kinds())
                if (kind != Kind.WEAPON && !(known && kind == Kind.ORGANISATION)) addKind(number, group, kind);
            gatherModifiers(number, group);
        }
    }

    /// "luis galan" and "luis carlos galan" are one: the words of one name stand in the other.
    private void addName(int number, Group group) {
        Span span = text.span(group.named(), group.last());
        List<String> words =
                List.of(span.of(text.text()).toLowerCase(Locale.ROOT).split(" "));
        Optional<Participant> same = participants.values().stream()
                .filter(one -> one.kind() == Kind.NAME)
                .filter(one -> {
                    List<String> others = List.of(one.key().split(" "));
                    return others.containsAll(words) || words.containsAll(others);
                })
                .findFirst();
        same.ifPresentOrElse(
                one -> one.add(new Participant.Mention(number, group, span)),
                () -> add(number, group, Kind.NAME, group.named(), group.last()));
    }

    /// A thing attacked is named with its owner and what "of" adds: "the mayor's house", "the offices of the party".
    private void addKind(int number, Group group, Kind kind) {
        if (kind != Kind.TARGET) {
            add(number, group, kind, group.core(), group.last());
            return;
        }
        List<Group> groups = sentences.get(number).groups();
        int index = groups.indexOf(group);
        boolean owned = index > 0
                && groups.get(index - 1).possessive()
                && groups.get(index - 1).last() + 1 == group.first();
        int last = group.last();
        for (int i = index + 1; i < groups.size(); i++) {
            Group next = groups.get(i);
            if (!next.preposition().equals("of") || next.first() != last + 1) break;
            last = next.last();
        }
        add(number, group, kind, owned ? groups.get(index - 1).core() : group.core(), last);
    }

    /// Weapons and doers stand also before other nouns: "dynamite attack", "machinegun fire", "terrorist plan".
    private void gatherModifiers(int number, Group group) {
        for (int i = group.core(); i < group.last(); i++) {
            int at = i;
            Optional<PhraseTable.Match<Set<Kind>>> match = lexicon.findKind(
                    k -> at + k < group.last() ? text.word(at + k).form() : null);
            if (match.isEmpty()) continue;
            int last = i + match.get().length();
            boolean head = last == group.last();
            if (match.get().value().contains(Kind.WEAPON))
                add(number, group, Kind.WEAPON, head ? group.core() : i, last);
            else if (!head && match.get().value().contains(Kind.FIGHTER)) add(number, group, Kind.FIGHTER, i, last);
            i = last - 1;
        }
    }

    private boolean gatherBodies(int number, Group group) {
        boolean found = false;
        for (int i = group.core(); i < group.last(); i++) {
            int at = i;
            Optional<PhraseTable.Match<IncidentLexicon.Body>> match = lexicon.findBody(
                    k -> at + k < text.words().size() ? text.word(at + k).form() : null);
            if (match.isEmpty()) continue;
            int last = i + match.get().length();
            Participant body = participants.computeIfAbsent(
                    "#" + match.get().value().number(),
                    key -> new Participant(
                            key,
                            Kind.ORGANISATION,
                            match.get().value().alignment().name()));
            body.add(new Participant.Mention(number, group, text.span(i, last)));
            i = last - 1;
            found = true;
        }
        return found;
    }

    private void add(int number, Group group, Kind kind, int first, int last) {
        Span span = text.span(first, last);
        String words = span.of(text.text()).toLowerCase(Locale.ROOT);
        Participant.Mention mention = new Participant.Mention(number, group, span);
        String key = kind + ":"
                + (kind == Kind.FIGHTER || kind == Kind.STATE_FORCE
                        ? text.word(last - 1).form()
                        : words);
        boolean bare = last - first == 1
                && group.first() < first
                && text.word(first - 1).is(WordClass.DEFINITE);
        Optional<Participant> before = bare ? findFuller(kind, words) : Optional.empty();
        before.orElseGet(() -> participants.computeIfAbsent(
                        key, _ -> new Participant(words, kind, kind == Kind.ORGANISATION ? "OTHER" : "")))
                .add(mention);
    }

    /// "the bus" after "a public bus": the last one named in full with the same head.
    private Optional<Participant> findFuller(Kind kind, String head) {
        if (kind != Kind.TARGET && kind != Kind.PERSON) return Optional.empty();
        return participants.values().stream()
                .filter(one -> one.kind() == kind && one.key().endsWith(" " + head))
                .reduce((_, later) -> later);
    }

    /// "castellar" after "ricardo alfonso castellar": one word of a name given in full elsewhere.
    private void gatherShortNames(int number) {
        for (Group group : sentences.get(number).groups()) {
            if (group.is(Kind.NAME) && group.last() - group.named() >= 2) continue;
            String last = text.word(group.last() - 1).form();
            boolean nameOnly = group.is(Kind.NAME) || group.kinds().isEmpty() && group.last() - group.core() == 1;
            if (!nameOnly) continue;
            Optional<Participant> whole = participants.values().stream()
                    .filter(one -> one.kind() == Kind.NAME
                            && List.of(one.key().split(" ")).contains(last))
                    .findFirst();
            whole.ifPresentOrElse(
                    one -> one.add(new Participant.Mention(number, group, text.span(group.last() - 1, group.last()))),
                    () -> {
                        if (group.is(Kind.NAME)) add(number, group, Kind.NAME, group.named(), group.last());
                    });
        }
    }
}
