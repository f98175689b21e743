package org.constancia.text.extract;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one extractor proposes for one text.
///
/// @param candidates in the order of their passages
/// @param unread the end of the text that was not looked into because it is too long, null when all was
public record Extraction(
        ExtractorId extractor,
        List<Candidate> candidates,
        @Nullable Span unread) {
    public Extraction(ExtractorId extractor, List<Candidate> candidates) {
        this(extractor, candidates, null);
    }

    public Extraction {
        candidates = candidates.stream()
                .sorted(Comparator.comparing(Candidate::span))
                .toList();
    }

    public List<Candidate.Statement> statements() {
        return listOf(Candidate.Statement.class);
    }

    public List<Candidate.Figure> figures() {
        return listOf(Candidate.Figure.class);
    }

    public List<Candidate.Act> acts() {
        return listOf(Candidate.Act.class);
    }

    public List<Candidate.AccountabilityAction> accountabilityActions() {
        return listOf(Candidate.AccountabilityAction.class);
    }

    public List<Candidate.Commitment> commitments() {
        return listOf(Candidate.Commitment.class);
    }

    public List<Candidate.Demand> demands() {
        return listOf(Candidate.Demand.class);
    }

    public List<Candidate.PlaceMention> places() {
        return listOf(Candidate.PlaceMention.class);
    }

    public List<Candidate.DateMention> dates() {
        return listOf(Candidate.DateMention.class);
    }

    private <C extends Candidate> List<C> listOf(Class<C> kind) {
        return candidates.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// Leaves out every candidate with a slot that does not stand in the text: the condition on which a model may
    /// propose anything at all.
    public Extraction verbatimIn(String text) {
        Stream<Candidate> kept = candidates.stream().filter(candidate -> candidate.isVerbatimIn(text));
        return new Extraction(extractor, kept.toList(), unread);
    }
}
