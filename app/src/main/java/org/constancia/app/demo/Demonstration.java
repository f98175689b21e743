package org.constancia.app.demo;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.constancia.app.sources.Intake;
import org.constancia.core.place.Gazetteer;
import org.constancia.core.record.Basis;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.PassageId;
import org.constancia.core.record.Property;
import org.constancia.core.record.SourceId;
import org.constancia.core.vocabulary.PresumedResponsible;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.constancia.store.record.SourceDoor.Arrival;
import org.constancia.store.source.SourceRows;
import org.jspecify.annotations.Nullable;

/// Loads the demonstration into an empty collection: first the fictional sources with what they say, in one
/// transaction, then the sample article, whose proposals wait in the inbox.
public final class Demonstration {
    private static final String SAMPLE = "sample-article.txt";

    private final Records records;
    private final Supplier<Session> session;
    private final Intake intake;
    private final Gazetteer gazetteer;
    private final Map<String, EntityId> parties = new HashMap<>();
    private final Map<String, EntityId> events = new HashMap<>();
    private final Map<String, EntityId> acts = new HashMap<>();

    public Demonstration(Records records, Supplier<Session> session, Intake intake, Gazetteer gazetteer) {
        this.records = records;
        this.session = session;
        this.intake = intake;
        this.gazetteer = gazetteer;
    }

    /// Loads what is missing; a collection that has the demonstration is left as it is.
    public void load() {
        boolean isEmpty = records.read(
                session.get(),
                jdbc -> jdbc.sql("select count(*) from event")
                                .query((row, number) -> row.getLong(1))
                                .single()
                        == 0);
        if (isEmpty) loadFictionalRecord();
        boolean hasSample = records.read(
                session.get(),
                jdbc -> SourceRows.list(jdbc, 0, 1000).stream()
                        .anyMatch(source ->
                                source.title() != null && source.title().startsWith("Blinken says")));
        if (!hasSample) {
            intake.take(
                    new ByteArrayInputStream(DemoData.resource(SAMPLE)),
                    new Arrival("demonstration", SAMPLE),
                    "text/plain",
                    Intake.Known.NOTHING);
        }
    }

    private void loadFictionalRecord() {
        DemoData data = DemoData.shipped();
        Map<String, SourceId> sources = new LinkedHashMap<>();
        for (DemoData.DemoSource source : data.sources()) {
            sources.put(
                    source.key(),
                    intake.file(
                            new ByteArrayInputStream(DemoData.resource(source.file())),
                            new Arrival("demonstration", source.file()),
                            "text/plain",
                            new Intake.Known(source.publisher(), source.published(), null)));
        }
        records.write(session.get(), writing -> {
            DemoScribe scribe = new DemoScribe(writing, gazetteer, data, sources);
            for (DemoData.DemoSource source : data.sources()) {
                scribe.decide(
                        new EntityId(
                                EntityKind.SOURCE,
                                Objects.requireNonNull(sources.get(source.key()))
                                        .value()),
                        Property.SOURCE_FAMILY,
                        source.family());
            }
            data.groups().forEach((key, group) -> parties.put(key, group(scribe, group)));
            for (DemoData.DemoEvent event : data.events()) write(scribe, data, event);
            data.commitments().forEach(commitment -> write(scribe, data, commitment));
            data.demands().forEach(demand -> write(scribe, demand));
            return sources;
        });
    }

    private EntityId group(DemoScribe scribe, DemoData.DemoGroup group) {
        EntityId id = scribe.create(EntityKind.GROUP);
        scribe.decide(id, Property.GROUP_NAME, group.name());
        scribe.decide(id, Property.GROUP_KIND, group.kind());
        scribe.decide(
                id,
                Property.GROUP_SIZE,
                group.size() == null ? null : group.size().toString());
        scribe.decide(id, Property.GROUP_SIZE_BOUND, group.sizeBound());
        group.sector().forEach(sector -> scribe.decide(id, Property.GROUP_SECTOR, sector));
        scribe.decide(id, Property.GROUP_RELEASE, group.release());
        return id;
    }

    /// The person or group of a key; a person is put on record at the first passage that names them.
    private EntityId party(DemoScribe scribe, DemoData data, String key, PassageId passage) {
        EntityId known = parties.get(key);
        if (known != null) return known;
        DemoData.DemoPerson person = Objects.requireNonNull(data.people().get(key), key);
        EntityId id = scribe.create(EntityKind.PERSON);
        parties.put(key, id);
        scribe.state(id, Property.PERSON_NAME, person.name(), passage);
        scribe.state(id, Property.PERSON_GIVEN_NAMES, person.givenNames(), passage);
        scribe.state(id, Property.PERSON_SURNAMES, person.surnames(), passage);
        scribe.state(id, Property.PERSON_SEX, person.sex(), passage);
        scribe.state(id, Property.PERSON_OCCUPATION, person.occupation(), passage);
        person.sector().forEach(sector -> scribe.state(id, Property.PERSON_SECTOR, sector, passage));
        scribe.decide(id, Property.PERSON_RELEASE, person.release());
        return id;
    }

    private void write(DemoScribe scribe, DemoData data, DemoData.DemoEvent event) {
        PassageId passage = scribe.passage(event.source(), event.quote());
        EntityId id = scribe.create(EntityKind.EVENT);
        events.put(event.key(), id);
        scribe.decide(id, Property.EVENT_TITLE, event.title());
        scribe.decide(id, Property.EVENT_SUMMARY, event.summary());
        scribe.state(id, Property.EVENT_DATE, event.date(), passage);
        scribe.state(id, Property.EVENT_PLACE, scribe.place(event.place()).toString(), passage);
        scribe.decide(id, Property.EVENT_CONTEXT, event.context());
        scribe.decide(id, Property.EVENT_RELEASE, event.release());
        if (event.partOf() != null) scribe.decide(id, Property.EVENT_PART_OF, text(events, event.partOf()));
        each(event.rivals())
                .forEach(rival -> scribe.state(
                        id,
                        Property.of(rival.property()),
                        rival.value(),
                        Basis.ALLEGED,
                        rival.by(),
                        scribe.passage(rival.source(), rival.quote())));
        each(event.acts()).forEach(act -> write(scribe, data, id, act, passage));
        each(event.figures()).forEach(figure -> write(scribe, id, figure));
        each(event.declarations()).forEach(said -> write(scribe, data, id, said));
        each(event.proceedings()).forEach(proceeding -> write(scribe, proceeding));
        each(event.movements()).forEach(movement -> write(scribe, id, movement));
    }

    private void write(DemoScribe scribe, DemoData data, EntityId event, DemoData.DemoAct act, PassageId ofEvent) {
        PassageId passage =
                act.source() == null || act.quote() == null ? ofEvent : scribe.passage(act.source(), act.quote());
        EntityId id = scribe.create(EntityKind.ACT);
        acts.put(act.key(), id);
        scribe.state(id, Property.ACT_EVENT, event.toString(), passage);
        scribe.state(
                id,
                Property.ACT_VICTIM,
                party(scribe, data, act.victim(), ofEvent).toString(),
                passage);
        act.category().forEach(code -> scribe.state(id, Property.ACT_CATEGORY, code, passage));
        scribe.state(id, Property.ACT_DATE, act.date(), passage);
        scribe.state(id, Property.ACT_STATUS_AT_END, act.end(), passage);
        scribe.state(id, Property.ACT_METHOD, act.method(), passage);
        for (DemoData.DemoInvolvement by : act.by()) {
            EntityId involvement = scribe.create(EntityKind.INVOLVEMENT);
            scribe.state(involvement, Property.INVOLVEMENT_ACT, id.toString(), passage);
            scribe.state(involvement, Property.INVOLVEMENT_RESPONSIBLE, by.responsible(), Basis.ALLEGED, null, passage);
            accused(scribe, by.responsible())
                    .ifPresent(accused -> scribe.state(
                            involvement,
                            Property.INVOLVEMENT_PERPETRATOR,
                            accused.toString(),
                            Basis.ALLEGED,
                            null,
                            passage));
            scribe.state(involvement, Property.INVOLVEMENT_DEGREE, by.degree(), Basis.ALLEGED, null, passage);
        }
    }

    private void write(DemoScribe scribe, EntityId event, DemoData.DemoFigure figure) {
        PassageId passage = scribe.passage(figure.source(), figure.quote());
        EntityId id = scribe.create(EntityKind.FIGURE);
        scribe.state(id, Property.FIGURE_EVENT, event.toString(), passage);
        scribe.state(id, Property.FIGURE_UNIT, figure.unit(), passage);
        scribe.state(id, Property.FIGURE_WHAT, figure.what(), passage);
        scribe.state(
                id, Property.FIGURE_NUMBER, Long.toString(figure.number()), Basis.ALLEGED, figure.saidBy(), passage);
        scribe.state(id, Property.FIGURE_BOUND, figure.bound(), Basis.ALLEGED, figure.saidBy(), passage);
        scribe.state(id, Property.FIGURE_SAID_BY, figure.saidBy(), passage);
    }

    private void write(DemoScribe scribe, DemoData data, EntityId event, DemoData.DemoDeclaration said) {
        PassageId passage = scribe.passage(said.source(), said.quote());
        EntityId id = scribe.create(EntityKind.DECLARATION);
        scribe.state(id, Property.DECLARATION_TEXT, said.quote(), passage);
        scribe.state(
                id,
                Property.DECLARATION_BY,
                party(scribe, data, said.by(), passage).toString(),
                passage);
        scribe.state(id, Property.DECLARATION_DATE, said.date(), passage);
        scribe.state(id, Property.DECLARATION_OFFICE, said.office(), passage);
        scribe.state(id, Property.DECLARATION_EVENT, event.toString(), passage);
    }

    private void write(DemoScribe scribe, DemoData.DemoProceeding proceeding) {
        DemoData.DemoStep first = proceeding.steps().getFirst();
        PassageId passage = scribe.passage(first.source(), first.quote());
        EntityId id = scribe.create(EntityKind.PROCEEDING);
        proceeding.acts().forEach(act -> scribe.state(id, Property.PROCEEDING_ACT, text(acts, act), passage));
        accused(scribe, proceeding.responsible())
                .ifPresent(accused -> scribe.state(
                        id, Property.PROCEEDING_ACCUSED, accused.toString(), Basis.ALLEGED, null, passage));
        scribe.state(id, Property.PROCEEDING_JURISDICTION, proceeding.jurisdiction(), passage);
        scribe.state(id, Property.PROCEEDING_BODY, proceeding.body(), passage);
        scribe.state(id, Property.PROCEEDING_RADICADO, proceeding.radicado(), passage);
        for (DemoData.DemoStep step : proceeding.steps()) {
            PassageId says = scribe.passage(step.source(), step.quote());
            EntityId stepId = scribe.create(EntityKind.STEP);
            scribe.state(stepId, Property.STEP_PROCEEDING, id.toString(), says);
            scribe.state(stepId, Property.STEP_STAGE, step.stage(), says);
            scribe.state(stepId, Property.STEP_DATE, step.date(), says);
            scribe.state(stepId, Property.STEP_DECISION, step.decision(), says);
        }
        DemoData.DemoOutcome outcome = proceeding.outcome();
        if (outcome == null) return;
        PassageId says = scribe.passage(outcome.source(), outcome.quote());
        EntityId outcomeId = scribe.create(EntityKind.OUTCOME);
        scribe.state(outcomeId, Property.OUTCOME_PROCEEDING, id.toString(), says);
        scribe.state(outcomeId, Property.OUTCOME_KIND, outcome.kind(), says);
        scribe.state(outcomeId, Property.OUTCOME_SENTENCE, outcome.sentence(), says);
    }

    private void write(DemoScribe scribe, EntityId event, DemoData.DemoMovement movement) {
        PassageId passage = scribe.passage(movement.source(), movement.quote());
        EntityId id = scribe.create(EntityKind.MOVEMENT);
        scribe.state(id, Property.MOVEMENT_EVENT, event.toString(), passage);
        scribe.state(
                id, Property.MOVEMENT_ORIGIN, scribe.place(movement.origin()).toString(), passage);
        scribe.state(
                id,
                Property.MOVEMENT_DESTINATION,
                scribe.place(movement.destination()).toString(),
                passage);
        scribe.state(id, Property.MOVEMENT_PERSONS, Long.toString(movement.persons()), passage);
        scribe.state(id, Property.MOVEMENT_HOUSEHOLDS, Long.toString(movement.households()), passage);
        scribe.state(id, Property.MOVEMENT_BOUND, movement.bound(), passage);
        scribe.state(id, Property.MOVEMENT_DATE, movement.date(), passage);
        scribe.state(id, Property.MOVEMENT_CAUSE, movement.cause(), passage);
    }

    private void write(DemoScribe scribe, DemoData data, DemoData.DemoCommitment commitment) {
        PassageId passage = scribe.passage(commitment.source(), commitment.quote());
        EntityId id = scribe.create(EntityKind.COMMITMENT);
        scribe.state(
                id,
                Property.COMMITMENT_BY,
                party(scribe, data, commitment.by(), passage).toString(),
                passage);
        scribe.state(id, Property.COMMITMENT_OFFICE, commitment.office(), passage);
        scribe.state(id, Property.COMMITMENT_TEXT, commitment.quote(), passage);
        if (commitment.contrast() != null) {
            scribe.state(
                    id,
                    Property.COMMITMENT_CONTRAST,
                    commitment.contrast(),
                    scribe.passage(commitment.source(), commitment.contrast()));
        }
        scribe.state(id, Property.COMMITMENT_DATE, commitment.date(), passage);
        scribe.state(id, Property.COMMITMENT_DUE, commitment.due(), passage);
        scribe.decide(id, Property.COMMITMENT_CRITERION, commitment.criterion());
        scribe.decide(id, Property.COMMITMENT_STATUS, commitment.status());
        commitment.events().forEach(event -> scribe.decide(id, Property.COMMITMENT_EVENT, text(events, event)));
        scribe.decide(id, Property.COMMITMENT_RELEASE, commitment.release());
    }

    private void write(DemoScribe scribe, DemoData.DemoDemand demand) {
        PassageId passage = scribe.passage(demand.source(), demand.quote());
        EntityId id = scribe.create(EntityKind.DEMAND);
        scribe.state(id, Property.DEMAND_BY, text(parties, demand.by()), passage);
        scribe.state(id, Property.DEMAND_OF, demand.of(), passage);
        scribe.state(id, Property.DEMAND_TEXT, demand.quote(), passage);
        scribe.state(id, Property.DEMAND_DATE, demand.date(), passage);
        scribe.state(id, Property.DEMAND_EVENT, text(events, demand.event()), passage);
    }

    /// Unidentified members of the presumed responsible; nobody where there is no information.
    private Optional<EntityId> accused(DemoScribe scribe, String responsible) {
        if (responsible.equals(PresumedResponsible.NO_INFORMATION)) return Optional.empty();
        return Optional.of(parties.computeIfAbsent("responsible:" + responsible, key -> {
            EntityId group = scribe.create(EntityKind.GROUP);
            String label = PresumedResponsible.shipped().get(responsible).label();
            scribe.decide(group, Property.GROUP_NAME, label + ", integrantes sin identificar (ficticio)");
            scribe.decide(group, Property.GROUP_KIND, "unit");
            scribe.decide(group, Property.GROUP_RESPONSIBLE, responsible);
            scribe.decide(group, Property.GROUP_RELEASE, "public");
            return group;
        }));
    }

    private static String text(Map<String, EntityId> known, String key) {
        return Objects.requireNonNull(known.get(key), key).toString();
    }

    private static <T> List<T> each(@Nullable List<T> listed) {
        return listed == null ? List.of() : listed;
    }
}
