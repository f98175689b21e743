package org.constancia.app.record;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.constancia.app.record.value.Places;
import org.constancia.core.place.Gazetteer;
import org.constancia.core.record.Basis;
import org.constancia.core.record.Claim;
import org.constancia.core.record.CollectionId;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.PassageId;
import org.constancia.core.record.Property;
import org.constancia.core.record.SourceId;
import org.constancia.core.record.StatementId;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.store.record.CollectionRegister;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.constancia.store.record.SourceDoor.Preserved;
import org.constancia.store.record.SourceDoor.ReadingOutcome;
import org.constancia.store.record.Writing;
import org.jspecify.annotations.Nullable;

/// A collection of invented people to write in through the door, and short ways to say what the tests say often. The
/// clock stands still on 15 March 2025.
public final class InventedRecord {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2025-03-15T12:00:00Z"), ZoneOffset.UTC);

    /// A source that the statements of a test rest on: each statement quotes it whole.
    public record Quoted(SourceId source, PassageId passage) {
        public EntityId entity() {
            return new EntityId(EntityKind.SOURCE, source.value());
        }
    }

    private static final Places PLACES = new Places(Gazetteer.bundled());

    private final CollectionId collection = new CollectionId(UUID.randomUUID());
    private final Session session = Session.working("ana", collection);
    private final Records records;
    private int sources;

    public InventedRecord(TestDatabase database) {
        records = new Records(database.application(), CLOCK, new SecureRandom());
        new CollectionRegister(database.owner()).found(collection, "test", true);
    }

    public Records records() {
        return records;
    }

    public Supplier<Session> session() {
        return () -> session;
    }

    public static Places places() {
        return PLACES;
    }

    public RecordReading pages() {
        return new RecordReading(records, session(), PLACES, CLOCK);
    }

    public RecordEditing desk() {
        return new RecordEditing(records, session());
    }

    public <T> T write(Function<Writing, T> work) {
        return records.write(session, work).result();
    }

    /// A source with one sentence, which is also its passage.
    public Quoted source(Writing writing, String outlet, String published, @Nullable String family, String sentence) {
        String digest = "%064x".formatted(++sources);
        SourceId source =
                writing.sources().preserve(new Preserved(digest, digest + digest, sentence.length(), "text/plain"));
        writing.sources()
                .read(
                        source,
                        new ReadingOutcome("text/plain", sentence, "es", null, null, null, "[]", "[]", null, null));
        PassageId passage = writing.sources().mark(source, 1, 0, sentence.length(), sentence);
        EntityId entity = new EntityId(EntityKind.SOURCE, source.value());
        state(writing, entity, Property.SOURCE_TITLE, outlet + ", " + published);
        state(writing, entity, Property.SOURCE_PUBLISHER, outlet);
        state(writing, entity, Property.SOURCE_PUBLISHED, published);
        if (family != null) state(writing, entity, Property.SOURCE_FAMILY, family);
        return new Quoted(source, passage);
    }

    public EntityId place(Writing writing, String name, String code, String precision) {
        EntityId place = writing.create(EntityKind.PLACE);
        state(writing, place, Property.PLACE_NAME, name);
        state(writing, place, Property.PLACE_COUNTRY, "CO");
        state(writing, place, Property.PLACE_CODE, code);
        state(writing, place, Property.PLACE_PRECISION, precision);
        return place;
    }

    public EntityId event(Writing writing, String title, String date, @Nullable EntityId place) {
        EntityId event = writing.create(EntityKind.EVENT);
        state(writing, event, Property.EVENT_TITLE, title);
        state(writing, event, Property.EVENT_DATE, date);
        if (place != null) state(writing, event, Property.EVENT_PLACE, place.toString());
        return event;
    }

    public EntityId person(Writing writing, String name) {
        EntityId person = writing.create(EntityKind.PERSON);
        state(writing, person, Property.PERSON_NAME, name);
        return person;
    }

    public EntityId group(Writing writing, String name, @Nullable String responsible) {
        EntityId group = writing.create(EntityKind.GROUP);
        state(writing, group, Property.GROUP_NAME, name);
        if (responsible != null) state(writing, group, Property.GROUP_RESPONSIBLE, responsible);
        return group;
    }

    /// An act with one alleged perpetrator.
    ///
    /// @param accused null when nobody is accused
    public EntityId act(
            Writing writing,
            EntityId event,
            EntityId victim,
            String category,
            @Nullable EntityId accused,
            Quoted quoted) {
        EntityId act = writing.create(EntityKind.ACT);
        quote(writing, act, Property.ACT_EVENT, event.toString(), quoted);
        quote(writing, act, Property.ACT_VICTIM, victim.toString(), quoted);
        quote(writing, act, Property.ACT_CATEGORY, category, quoted);
        if (accused != null) {
            EntityId involvement = writing.create(EntityKind.INVOLVEMENT);
            quote(writing, involvement, Property.INVOLVEMENT_ACT, act.toString(), quoted);
            quote(writing, involvement, Property.INVOLVEMENT_PERPETRATOR, accused.toString(), quoted);
        }
        return act;
    }

    public EntityId figure(Writing writing, EntityId event, String unit, long number, String bound, Quoted quoted) {
        EntityId figure = writing.create(EntityKind.FIGURE);
        quote(writing, figure, Property.FIGURE_EVENT, event.toString(), quoted);
        quote(writing, figure, Property.FIGURE_UNIT, unit, quoted);
        quote(writing, figure, Property.FIGURE_NUMBER, Long.toString(number), quoted);
        quote(writing, figure, Property.FIGURE_BOUND, bound, quoted);
        return figure;
    }

    public EntityId declaration(Writing writing, EntityId event, EntityId by, String text, Quoted quoted) {
        EntityId declaration = writing.create(EntityKind.DECLARATION);
        quote(writing, declaration, Property.DECLARATION_EVENT, event.toString(), quoted);
        quote(writing, declaration, Property.DECLARATION_BY, by.toString(), quoted);
        quote(writing, declaration, Property.DECLARATION_TEXT, text, quoted);
        return declaration;
    }

    public EntityId proceeding(Writing writing, EntityId act, @Nullable EntityId accused, Quoted quoted) {
        EntityId proceeding = writing.create(EntityKind.PROCEEDING);
        quote(writing, proceeding, Property.PROCEEDING_ACT, act.toString(), quoted);
        quote(writing, proceeding, Property.PROCEEDING_JURISDICTION, "ordinary", quoted);
        if (accused != null) {
            quote(writing, proceeding, Property.PROCEEDING_ACCUSED, accused.toString(), quoted);
        }
        return proceeding;
    }

    public void step(Writing writing, EntityId proceeding, String stage, String date, Quoted quoted) {
        EntityId step = writing.create(EntityKind.STEP);
        quote(writing, step, Property.STEP_PROCEEDING, proceeding.toString(), quoted);
        quote(writing, step, Property.STEP_STAGE, stage, quoted);
        quote(writing, step, Property.STEP_DATE, date, quoted);
    }

    /// States something without a source.
    public StatementId state(Writing writing, EntityId subject, Property property, String value) {
        return writing.statements()
                .accept(new Claim(
                        subject, property, property.parse(value), Basis.OBSERVED, null, null, "invented for a test"));
    }

    /// States something on the sentence of a source.
    public StatementId quote(Writing writing, EntityId subject, Property property, String value, Quoted quoted) {
        return writing.statements()
                .accept(new Claim(
                        subject, property, property.parse(value), Basis.ALLEGED, null, quoted.passage(), null));
    }
}
