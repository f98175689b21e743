package org.constancia.app.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.constancia.app.proposal.Proposals;
import org.constancia.app.proposal.Proposed;
import org.constancia.app.proposal.Proposed.SlotValue;
import org.constancia.app.web.inbox.InboxPage.Label;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.CodeList;
import org.constancia.core.record.CodeList.Bound;
import org.constancia.core.record.CodeList.CommitmentStatus;
import org.constancia.core.record.CodeList.GroupKind;
import org.constancia.core.record.CodeList.Sector;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.core.record.Value;
import org.jspecify.annotations.Nullable;

/// What each kind of proposal becomes in the record.
///
/// A proposal that speaks of something that happened belongs to an event: the one the reviewer chose, or a new one that
/// bears its words. A statement, a commitment or a demand stands for itself and may be tied to an event.
final class Acceptances {
    private static final int LONGEST_TITLE = 140;
    private static final String ENTERED = "entered by the reviewer";

    private final Acceptance acceptance;
    private final String kind;
    private final String words;
    private final Proposed proposed;
    private final @Nullable String published;
    private final @Nullable EntityId chosenEvent;

    /// @param words the proposal's passage
    /// @param published the publication date of the source in EDTF, null when unknown
    /// @param chosenEvent the event the reviewer attaches it to, null for none
    Acceptances(
            Acceptance acceptance,
            String kind,
            String words,
            Proposed proposed,
            @Nullable String published,
            @Nullable EntityId chosenEvent) {
        this.acceptance = acceptance;
        this.kind = kind;
        this.words = words;
        this.proposed = proposed;
        this.published = published;
        this.chosenEvent = chosenEvent;
    }

    /// Whether a proposal of this kind cannot stand without an event.
    static boolean needsEvent(String kind) {
        return switch (kind) {
            case Proposals.FIGURE, Proposals.ACT, Proposals.ACCOUNTABILITY_ACTION -> true;
            default -> false;
        };
    }

    /// Writes it.
    ///
    /// @return the event it now belongs to, or the record it became; null when it only noted a place
    @Nullable
    EntityId write() {
        return switch (kind) {
            case Proposals.STATEMENT -> declaration();
            case Proposals.FIGURE -> figure();
            case Proposals.ACT -> act();
            case Proposals.ACCOUNTABILITY_ACTION -> step();
            case Proposals.COMMITMENT -> commitment();
            case Proposals.DEMAND -> demand();
            case Proposals.PLACE -> place();
            case Proposals.DATE -> date();
            default -> throw new ConstanciaException(Problem.BUG, "A proposal of an unknown kind").with("kind", kind);
        };
    }

    private boolean isByReviewer(String attribute) {
        return proposed.is(attribute + Acceptance.BY_REVIEWER);
    }

    /// States a day on the words of the source; a day the reviewer gave is marked as such.
    private void day(EntityId subject, Property property, String attribute, String slot) {
        @Nullable String edtf = proposed.attribute(attribute).orElse(null);
        if (edtf != null && isByReviewer(attribute)) {
            acceptance.infer(subject, property, property.parse(edtf), ENTERED);
            return;
        }
        acceptance.date(
                subject,
                property,
                edtf,
                proposed.attribute(attribute + "Anchor").orElse(null),
                proposed.slot(slot));
    }

    private EntityId declaration() {
        EntityId declaration = acceptance.create(EntityKind.DECLARATION);
        acceptance.state(declaration, Property.DECLARATION_TEXT, new Value.Text(words));
        proposed.slot("speakerName").ifPresent(name -> {
            EntityId speaker = acceptance.party(Label.WHO_SAYS, name, proposed.slot("speakerRole"));
            acceptance.state(declaration, Property.DECLARATION_BY, new Value.Reference(speaker), name);
        });
        proposed.slot("speakerRole")
                .ifPresent(role ->
                        acceptance.state(declaration, Property.DECLARATION_OFFICE, new Value.Text(role.value()), role));
        saidBy(declaration, Property.DECLARATION_DATE);
        if (chosenEvent != null) acceptance.state(declaration, Property.DECLARATION_EVENT, chosenEvent);
        return chosenEvent == null ? declaration : chosenEvent;
    }

    private EntityId figure() {
        EntityId event = event();
        EntityId figure = acceptance.create(EntityKind.FIGURE);
        acceptance.state(figure, Property.FIGURE_EVENT, event);
        String what = counted();
        acceptance.state(figure, Property.FIGURE_UNIT, CodesOfExtraction.unit(what.isEmpty() ? words : what));
        acceptance.state(figure, Property.FIGURE_WHAT, new Value.Text(what.isEmpty() ? words : what));
        proposed.attribute("number").ifPresent(number -> {
            Value value = Property.FIGURE_NUMBER.parse(number);
            if (isByReviewer("number")) acceptance.infer(figure, Property.FIGURE_NUMBER, value, ENTERED);
            else acceptance.state(figure, Property.FIGURE_NUMBER, value);
        });
        proposed.attribute("max")
                .ifPresent(max -> acceptance.state(figure, Property.FIGURE_MAX, Property.FIGURE_MAX.parse(max)));
        CodesOfExtraction.bound(proposed.attribute("bound").orElse(Bound.EXACT.name()))
                .ifPresent(bound -> acceptance.state(figure, Property.FIGURE_BOUND, bound));
        proposed.slot("sourceName")
                .ifPresent(source ->
                        acceptance.state(figure, Property.FIGURE_SAID_BY, new Value.Text(source.value()), source));
        day(figure, Property.FIGURE_DATE, "when", "date");
        return event;
    }

    private String counted() {
        String unit = proposed.value("unit").orElse("");
        String condition = proposed.value("condition").orElse("");
        return (unit + " " + condition).strip();
    }

    private EntityId act() {
        String modality = proposed.attribute("modality").orElse("ASSERTED");
        if (!modality.equals("ASSERTED") && !modality.equals("ALLEGED")) {
            throw new ConstanciaException(
                            Problem.BAD_INPUT,
                            "The text does not say that this happened; reject it, or accept the statement that speaks of it")
                    .with("modality", modality.toLowerCase(Locale.ROOT));
        }
        EntityId event = event();
        List<SlotValue> victims = proposed.several("victim");
        if (victims.isEmpty()) return actAgainst(event, null);
        for (SlotValue victim : victims) actAgainst(event, victim);
        return event;
    }

    private EntityId actAgainst(EntityId event, @Nullable SlotValue victim) {
        EntityId act = acceptance.create(EntityKind.ACT);
        acceptance.state(act, Property.ACT_EVENT, event);
        acceptance.state(act, Property.ACT_DESCRIPTION, new Value.Text(words));
        if (victim != null) {
            EntityId suffered = acceptance.party(Label.VICTIM, victim, Optional.empty());
            describeVictim(suffered, victim);
            acceptance.state(act, Property.ACT_VICTIM, new Value.Reference(suffered), victim);
        }
        proposed.slot("means")
                .ifPresent(means -> acceptance.state(act, Property.ACT_METHOD, new Value.Text(means.value()), means));
        day(act, Property.ACT_DATE, "when", "date");
        for (SlotValue perpetrator : proposed.several("perpetrator")) {
            EntityId involvement = acceptance.create(EntityKind.INVOLVEMENT);
            acceptance.state(involvement, Property.INVOLVEMENT_ACT, act);
            EntityId accused = acceptance.party(Label.ALLEGED_PERPETRATOR, perpetrator, Optional.empty());
            acceptance.allege(involvement, Property.INVOLVEMENT_PERPETRATOR, new Value.Reference(accused), perpetrator);
        }
        return event;
    }

    private void describeVictim(EntityId victim, SlotValue slot) {
        for (String group : proposed.attribute("groups").orElse("").split(",")) {
            Optional<Sector> sector = CodesOfExtraction.sector(group);
            if (sector.isEmpty()) continue;
            Value code = new Value.Code(CodeList.code(sector.get()));
            acceptance.state(
                    victim,
                    victim.kind() == EntityKind.PERSON ? Property.PERSON_SECTOR : Property.GROUP_SECTOR,
                    code,
                    slot);
        }
        if (victim.kind() == EntityKind.GROUP) {
            acceptance.infer(
                    victim,
                    Property.GROUP_KIND,
                    new Value.Code(CodeList.code(GroupKind.COLLECTIVE_VICTIM)),
                    "named as the victim of an act");
        }
    }

    private EntityId step() {
        EntityId event = event();
        EntityId act = acceptance
                .knownAct(event, proposed.value("offence").orElse(words))
                .orElseGet(() -> offence(event));
        EntityId proceeding = acceptance.create(EntityKind.PROCEEDING);
        acceptance.state(proceeding, Property.PROCEEDING_ACT, act);
        proposed.slot("accused").ifPresent(accused -> {
            EntityId party = acceptance.party(Label.ACCUSED, accused, Optional.empty());
            acceptance.allege(proceeding, Property.PROCEEDING_ACCUSED, new Value.Reference(party), accused);
        });
        proposed.slot("body")
                .ifPresent(body ->
                        acceptance.state(proceeding, Property.PROCEEDING_BODY, new Value.Text(body.value()), body));
        EntityId step = acceptance.create(EntityKind.STEP);
        acceptance.state(step, Property.STEP_PROCEEDING, proceeding);
        acceptance.state(step, Property.STEP_DECISION, new Value.Text(words));
        String action = proposed.attribute("action").orElse("");
        CodesOfExtraction.stage(action).ifPresent(stage -> acceptance.state(step, Property.STEP_STAGE, stage));
        day(step, Property.STEP_DATE, "when", "date");
        CodesOfExtraction.outcome(action).ifPresent(outcome -> {
            EntityId result = acceptance.create(EntityKind.OUTCOME);
            acceptance.state(result, Property.OUTCOME_PROCEEDING, proceeding);
            acceptance.state(result, Property.OUTCOME_KIND, outcome);
        });
        return event;
    }

    /// The act that the step is about, when the event has none it could be.
    private EntityId offence(EntityId event) {
        EntityId act = acceptance.create(EntityKind.ACT);
        acceptance.state(act, Property.ACT_EVENT, event);
        proposed.slot("offence")
                .ifPresentOrElse(
                        offence -> acceptance.state(
                                act, Property.ACT_DESCRIPTION, new Value.Text(offence.value()), offence),
                        () -> acceptance.state(act, Property.ACT_DESCRIPTION, new Value.Text(words)));
        return act;
    }

    private EntityId commitment() {
        EntityId commitment = acceptance.create(EntityKind.COMMITMENT);
        acceptance.state(commitment, Property.COMMITMENT_TEXT, new Value.Text(words));
        proposed.slot("byName").ifPresent(name -> {
            EntityId by = acceptance.party(Label.WHO_SAYS, name, proposed.slot("byRole"));
            acceptance.state(commitment, Property.COMMITMENT_BY, new Value.Reference(by), name);
        });
        proposed.slot("byRole")
                .ifPresent(role ->
                        acceptance.state(commitment, Property.COMMITMENT_OFFICE, new Value.Text(role.value()), role));
        proposed.slot("contrast")
                .ifPresent(contrast -> acceptance.state(
                        commitment, Property.COMMITMENT_CONTRAST, new Value.Text(contrast.value()), contrast));
        day(commitment, Property.COMMITMENT_DUE, "due", "due");
        acceptance.state(commitment, Property.COMMITMENT_STATUS, CommitmentStatus.DECLARED);
        saidBy(commitment, Property.COMMITMENT_DATE);
        if (chosenEvent != null) acceptance.state(commitment, Property.COMMITMENT_EVENT, chosenEvent);
        return chosenEvent == null ? commitment : chosenEvent;
    }

    private EntityId demand() {
        EntityId demand = acceptance.create(EntityKind.DEMAND);
        acceptance.state(demand, Property.DEMAND_TEXT, new Value.Text(words));
        proposed.slot("byName").ifPresent(name -> {
            EntityId by = acceptance.party(Label.WHO_SAYS, name, proposed.slot("byRole"));
            acceptance.state(demand, Property.DEMAND_BY, new Value.Reference(by), name);
        });
        proposed.slot("addressee")
                .ifPresent(addressee ->
                        acceptance.state(demand, Property.DEMAND_OF, new Value.Text(addressee.value()), addressee));
        saidBy(demand, Property.DEMAND_DATE);
        if (chosenEvent != null) acceptance.state(demand, Property.DEMAND_EVENT, chosenEvent);
        return chosenEvent == null ? demand : chosenEvent;
    }

    /// It was said on the day of publication or before: more the source does not give.
    private void saidBy(EntityId subject, Property property) {
        if (published == null || published.contains("/")) return;
        acceptance.infer(
                subject, property, property.parse("../" + published), "said on the day of publication or before");
    }

    private @Nullable EntityId place() {
        SlotValue name = proposed.slot("words").orElse(new SlotValue(words, null, null, null));
        Optional<EntityId> place = acceptance.place(name, codes());
        if (place.isEmpty()) {
            throw new ConstanciaException(
                            Problem.BAD_INPUT, "The gazetteer does not know this place; add it, or reject the proposal")
                    .with("place", name.value());
        }
        if (chosenEvent != null) {
            acceptance.state(chosenEvent, Property.EVENT_PLACE, new Value.Reference(place.get()), name);
        }
        return chosenEvent;
    }

    private EntityId date() {
        if (chosenEvent == null) {
            throw new ConstanciaException(Problem.BAD_INPUT, "Choose the event this date belongs to");
        }
        String when = proposed.attribute("when")
                .orElseThrow(() -> new ConstanciaException(
                        Problem.BAD_INPUT, "The date cannot be resolved yet; give the publication date of the source"));
        acceptance.date(
                chosenEvent,
                Property.EVENT_DATE,
                when,
                proposed.attribute("whenAnchor").orElse(null),
                proposed.slot("words"));
        return chosenEvent;
    }

    private EntityId event() {
        if (chosenEvent != null) return chosenEvent;
        EntityId event = acceptance.create(EntityKind.EVENT);
        acceptance.infer(
                event,
                Property.EVENT_TITLE,
                new Value.Text(words.length() <= LONGEST_TITLE ? words : words.substring(0, LONGEST_TITLE) + "…"),
                "the words of the source, until somebody gives it a title");
        day(event, Property.EVENT_DATE, "when", "date");
        proposed.slot("place")
                .ifPresent(slot -> acceptance
                        .place(slot, codes())
                        .ifPresent(place ->
                                acceptance.state(event, Property.EVENT_PLACE, new Value.Reference(place), slot)));
        return event;
    }

    private List<String> codes() {
        return proposed.attribute("places")
                .map(codes -> Arrays.asList(codes.split(",")))
                .orElse(List.of());
    }
}
