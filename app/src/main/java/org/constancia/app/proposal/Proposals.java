package org.constancia.app.proposal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.constancia.core.place.Place;
import org.constancia.store.record.CandidateDoor.Proposal;
import org.constancia.text.extract.Candidate;
import org.constancia.text.extract.Extraction;
import org.constancia.text.extract.Slot;
import org.constancia.text.extract.Span;
import org.jspecify.annotations.Nullable;

/// Turns what an extractor found into proposals that can be stored. A candidate whose words do not stand in the text is
/// left out here, whoever found it.
public final class Proposals {
    public static final String STATEMENT = "statement";
    public static final String FIGURE = "figure";
    public static final String ACT = "act";
    public static final String ACCOUNTABILITY_ACTION = "accountability_action";
    public static final String COMMITMENT = "commitment";
    public static final String DEMAND = "demand";
    public static final String PLACE = "place";
    public static final String DATE = "date";

    private Proposals() {}

    private record Passage(String kind, int start, int end) {
        static Passage of(Proposal proposal) {
            return new Passage(proposal.kind(), proposal.start(), proposal.end());
        }
    }

    /// The proposals of several extractors. What an earlier one has found is not proposed again.
    public static List<Proposal> of(List<Extraction> extractions, String text) {
        List<Proposal> proposals = new ArrayList<>();
        Set<Passage> known = new HashSet<>();
        for (Extraction extraction : extractions) {
            List<Proposal> fresh = of(extraction, text).stream()
                    .filter(proposal -> !known.contains(Passage.of(proposal)))
                    .toList();
            proposals.addAll(fresh);
            fresh.forEach(proposal -> known.add(Passage.of(proposal)));
        }
        return proposals;
    }

    /// @param text the text layer the extraction was made from
    public static List<Proposal> of(Extraction extraction, String text) {
        Map<Span, Candidate.DateMention> dates = new LinkedHashMap<>();
        for (Candidate.DateMention date : extraction.dates()) dates.put(date.span(), date);
        return extraction.verbatimIn(text).candidates().stream()
                .filter(candidate -> candidate.span().length() > 0)
                .map(candidate -> of(candidate, text, dates, extraction.acts()))
                .toList();
    }

    private static Proposal of(
            Candidate candidate, String text, Map<Span, Candidate.DateMention> dates, List<Candidate.Act> acts) {
        Map<String, String> attributes = new LinkedHashMap<>();
        String kind = describe(candidate, attributes);
        if (candidate instanceof Candidate.Figure figure && figure.date() != null) {
            Candidate.@Nullable DateMention said = dates.get(figure.date().span());
            if (said != null) when(attributes, "when", said.resolved());
        }
        Map<String, Proposed.SlotValue> slots = new LinkedHashMap<>();
        candidate.slots().forEach((name, slot) -> slots.put(name, stored(slot)));
        if (candidate instanceof Candidate.Figure figure && figure.place() == null) {
            placeOfTheAct(figure, acts, attributes, slots);
        }
        return new Proposal(
                kind,
                candidate.span().start(),
                candidate.span().end(),
                candidate.span().of(text),
                new Proposed(attributes, slots).json(),
                candidate.grounds().rules().stream().map(rule -> rule.value()).toList(),
                candidate.grounds().score());
    }

    /// A figure that names no place counts those of the act whose words it stands in, and is placed where that act is.
    private static void placeOfTheAct(
            Candidate.Figure figure,
            List<Candidate.Act> acts,
            Map<String, String> attributes,
            Map<String, Proposed.SlotValue> slots) {
        acts.stream()
                .filter(act -> act.span().start() <= figure.span().start()
                        && act.span().end() >= figure.span().end())
                .filter(act -> act.slots().containsKey("place"))
                .findFirst()
                .ifPresent(act -> {
                    slots.put("place", stored(Objects.requireNonNull(act.slots().get("place"))));
                    where(attributes, act.where());
                });
    }

    private static Proposed.SlotValue stored(Slot slot) {
        return new Proposed.SlotValue(
                slot.value(),
                slot.span() == null ? null : slot.span().start(),
                slot.span() == null ? null : slot.span().end(),
                slot.inferred());
    }

    private static String describe(Candidate candidate, Map<String, String> attributes) {
        switch (candidate) {
            case Candidate.Statement statement -> {
                attributes.put("form", statement.form().name());
                attributes.put("speechAct", statement.speechAct().name());
                attributes.put("implicit", Boolean.toString(statement.implicit()));
                return STATEMENT;
            }
            case Candidate.Figure figure -> {
                if (figure.number() != null)
                    attributes.put("number", figure.number().toString());
                if (figure.max() != null) attributes.put("max", figure.max().toString());
                attributes.put("bound", figure.bound().name());
                attributes.put("subset", Boolean.toString(figure.subset()));
                return FIGURE;
            }
            case Candidate.Act act -> {
                attributes.put("type", act.type());
                attributes.put("scope", act.scope().name());
                attributes.put("modality", act.modality().name());
                if (!act.affectedGroups().isEmpty()) attributes.put("groups", String.join(",", act.affectedGroups()));
                when(attributes, "when", act.when());
                where(attributes, act.where());
                return ACT;
            }
            case Candidate.AccountabilityAction action -> {
                attributes.put("action", action.kind());
                attributes.put("modality", action.modality().name());
                when(attributes, "when", action.when());
                return ACCOUNTABILITY_ACTION;
            }
            case Candidate.Commitment commitment -> {
                when(attributes, "due", commitment.dueWhen());
                return COMMITMENT;
            }
            case Candidate.Demand _ -> {
                return DEMAND;
            }
            case Candidate.PlaceMention place -> {
                where(attributes, place.places());
                return PLACE;
            }
            case Candidate.DateMention date -> {
                when(attributes, "when", date.resolved());
                return DATE;
            }
        }
    }

    private static void when(Map<String, String> attributes, String name, Candidate.@Nullable Resolution resolution) {
        if (resolution == null) return;
        attributes.put(name, resolution.edtf());
        if (resolution.anchor() != null) {
            attributes.put(name + "Anchor", resolution.anchor().toString());
        }
    }

    private static void where(Map<String, String> attributes, List<Place> places) {
        if (!places.isEmpty()) {
            attributes.put(
                    "places", String.join(",", places.stream().map(Place::code).toList()));
        }
    }
}
