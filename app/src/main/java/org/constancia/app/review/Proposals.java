package org.constancia.app.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.constancia.core.place.Place;
import org.constancia.store.record.CandidateDoor.Proposal;
import org.constancia.text.extract.Candidate;
import org.constancia.text.extract.Extraction;
import org.constancia.text.extract.Slot;
import org.jspecify.annotations.Nullable;

/// Turns what an extractor found into proposals that can be stored. A candidate whose words do not stand in the text is
/// left out here, whoever found it.
public final class Proposals {
    static final String STATEMENT = "statement";
    static final String FIGURE = "figure";
    static final String ACT = "act";
    static final String ACCOUNTABILITY_ACTION = "accountability_action";
    static final String COMMITMENT = "commitment";
    static final String DEMAND = "demand";
    static final String PLACE = "place";
    static final String DATE = "date";

    private Proposals() {}

    /// @param text the text layer the extraction was made from
    public static List<Proposal> of(Extraction extraction, String text) {
        return extraction.verbatimIn(text).candidates().stream()
                .filter(candidate -> candidate.span().length() > 0)
                .map(candidate -> of(candidate, text))
                .toList();
    }

    private static Proposal of(Candidate candidate, String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        String kind = describe(candidate, attributes);
        Map<String, Proposed.SlotValue> slots = new LinkedHashMap<>();
        candidate.slots().forEach((name, slot) -> slots.put(name, stored(slot)));
        return new Proposal(
                kind,
                candidate.span().start(),
                candidate.span().end(),
                candidate.span().of(text),
                new Proposed(attributes, slots).json(),
                candidate.grounds().rules().stream().map(rule -> rule.value()).toList(),
                candidate.grounds().score());
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
