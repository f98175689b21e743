package org.constancia.text.extract.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.constancia.text.extract.Span;
import org.constancia.text.extract.lexicon.PhraseTable;
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
            gatherBodies(number, group);
            if (group.is(Kind.NAME)) {
                if (group.last() - group.named() >= 2) add(number, group, Kind.NAME, group.named(), -1);
                continue;
            }
            for (Kind kind : group.kinds()) add(number, group, kind, group.core(), -1);
        }
    }

    private void gatherBodies(int number, Group group) {
        for (int i = group.core(); i < group.last(); i++) {
            int at = i;
            Optional<PhraseTable.Match<IncidentLexicon.Body>> match =
                    lexicon.findBody(k -> at + k < text.words().size() ? text.word(at + k).form() : null);
            if (match.isEmpty()) continue;
            int last = i + match.get().length();
            Participant body = participants.computeIfAbsent(
                    "#" + match.get().value().number(), key -> new Participant(key, Kind.ORGANISATION, match.get().value().number()));
            body.add(new Participant.Mention(number, group, text.span(i, last)));
            i = last - 1;
        }
    }

    private void add(int number, Group group, Kind kind, int first, int body) {
        Span span = text.span(first, group.last());
        String words = span.of(text.text()).toLowerCase(java.util.Locale.ROOT);
        participants
                .computeIfAbsent(kind + ":" + words, _ -> new Participant(words, kind, body))
                .add(new Participant.Mention(number, group, span));
    }

    /// "castellar" after "ricardo alfonso castellar": one word of a name given in full elsewhere.
    private void gatherShortNames(int number) {
        for (Group group : sentences.get(number).groups()) {
            if (group.is(Kind.NAME) && group.last() - group.named() >= 2) continue;
            String last = text.word(group.last() - 1).form();
            boolean nameOnly = group.is(Kind.NAME) || group.kinds().isEmpty() && group.last() - group.core() == 1;
            if (!nameOnly) continue;
            Optional<Participant> whole = participants.values().stream()
                    .filter(one -> one.kind() == Kind.NAME && List.of(one.key().split(" ")).contains(last))
                    .findFirst();
            whole.ifPresentOrElse(
                    one -> one.add(new Participant.Mention(number, group, text.span(group.last() - 1, group.last()))),
                    () -> {
                        if (group.is(Kind.NAME)) add(number, group, Kind.NAME, group.named(), -1);
                    });
        }
    }
}
