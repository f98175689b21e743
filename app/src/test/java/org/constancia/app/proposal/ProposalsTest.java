package org.constancia.app.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.constancia.store.record.CandidateDoor.Proposal;
import org.constancia.text.extract.Candidate;
import org.constancia.text.extract.Extraction;
import org.constancia.text.extract.ExtractorId;
import org.constancia.text.extract.Grounds;
import org.constancia.text.extract.RuleId;
import org.constancia.text.extract.Slot;
import org.constancia.text.extract.Span;
import org.junit.jupiter.api.Test;

/// Several extractors read one text: a passage is proposed once.
class ProposalsTest {
    private static final String TEXT = "21 de octubre de 2021";

    private static Extraction extraction(String name, Span... spans) {
        Grounds grounds = new Grounds(List.of(new RuleId(name)), .5);
        List<Candidate> dates = Stream.of(spans)
                .<Candidate>map(span -> new Candidate.DateMention(span, Slot.at(span, TEXT), null, grounds))
                .toList();
        return new Extraction(new ExtractorId(name, "1"), dates);
    }

    @Test
    void whatAnEarlierExtractorFoundIsNotProposedAgain() {
        Span whole = new Span(0, TEXT.length());
        assertThat(Proposals.of(List.of(extraction("rules", whole), extraction("model", whole)), TEXT))
                .singleElement()
                .extracting(Proposal::rules)
                .isEqualTo(List.of("rules"));
    }

    /// The end 21 begins with the digits of the end 2.
    @Test
    void anotherPassageIsProposedHoweverItsNumbersAreWritten() {
        List<Extraction> both =
                List.of(extraction("rules", new Span(0, 21)), extraction("model", new Span(0, 2), new Span(0, 21)));
        assertThat(Proposals.of(both, TEXT)).extracting(Proposal::end).containsExactly(21, 2);
    }

    @Test
    void whatOneExtractorFoundTwiceInAPassageStaysTwo() {
        Span whole = new Span(0, TEXT.length());
        assertThat(Proposals.of(List.of(extraction("rules", whole, whole)), TEXT))
                .hasSize(2);
    }
}
