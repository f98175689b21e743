package org.constancia.bench.record;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.constancia.core.record.Basis;
import org.constancia.core.record.Claim;
import org.constancia.core.record.CollectionId;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.store.postgres.Database;
import org.constancia.store.postgres.DatabaseLocation;
import org.constancia.store.record.CollectionRegister;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.constancia.store.record.Writing;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes invented events through the door and prints how long each took, the statements and the projections apart;
/// then makes all projections again.
///
/// Arguments: a home directory for the bundled server, the number of small events before and after.
public final class WritingProbe {
    private static final int ACTS = 200;
    private static final int PROCEEDINGS = 50;
    private static final int SMALL_EVENTS_AT_ONCE = 50;

    private final Records records;
    private final Session session;

    private WritingProbe(Database database) {
        CollectionId collection = new CollectionId(UUID.randomUUID());
        new CollectionRegister(database.owner()).found(collection, "probe", true);
        session = Session.working("probe", collection);
        records = new Records(database.application(), Clock.systemUTC(), new SecureRandom());
    }

    public static void main(String[] arguments) {
        int small = Integer.parseInt(arguments[1]);
        try (Database database = Database.open(new DatabaseLocation.Bundled(Path.of(arguments[0])))) {
            WritingProbe probe = new WritingProbe(database);
            for (int i = 0; i < 3; i++) probe.write("small event", 1, 1, 0);
            analyse(database);
            for (int i = 0; i < 3; i++) probe.write("small event", 1, 1, 0);
            for (int i = 0; i < 3; i++) probe.write("large event", 1, ACTS, PROCEEDINGS);
            for (int written = 0; written < small; written += SMALL_EVENTS_AT_ONCE) {
                probe.writeQuietly(SMALL_EVENTS_AT_ONCE, 2, 1);
            }
            analyse(database);
            for (int i = 0; i < 3; i++) probe.write("small event", 1, 1, 0);
            for (int i = 0; i < 3; i++) probe.write("large event", 1, ACTS, PROCEEDINGS);
            probe.rebuild();
        }
    }

    /// Does now what the server does by itself once enough rows have changed; the plans are made again after it.
    private static void analyse(Database database) {
        JdbcClient.create(database.owner()).sql("analyze").update();
    }

    private void write(String what, int events, int acts, int proceedings) {
        long begun = System.nanoTime();
        long stated = records.write(session, writing -> {
                    event(writing, events, acts, proceedings);
                    return System.nanoTime();
                })
                .result();
        long ended = System.nanoTime();
        System.out.printf(
                "%s: %d acts, %d proceedings: statements %d ms, projections %d ms%n",
                what, acts, proceedings, millis(stated - begun), millis(ended - stated));
    }

    private void writeQuietly(int events, int acts, int proceedings) {
        records.write(session, writing -> event(writing, events, acts, proceedings));
    }

    private void rebuild() {
        long begun = System.nanoTime();
        int subjects = records.write(session, Writing::rebuildProjections).result();
        System.out.printf("rebuild: %d subjects, %d ms%n", subjects, millis(System.nanoTime() - begun));
    }

    private static int event(Writing writing, int events, int acts, int proceedings) {
        EntityId place = writing.create(EntityKind.PLACE);
        state(writing, place, Property.PLACE_NAME, "Soacha");
        state(writing, place, Property.PLACE_CODE, "25754");
        for (int event = 0; event < events; event++) event(writing, place, acts, proceedings);
        return events;
    }

    private static void event(Writing writing, EntityId place, int acts, int proceedings) {
        EntityId event = writing.create(EntityKind.EVENT);
        state(writing, event, Property.EVENT_TITLE, "Caso inventado");
        state(writing, event, Property.EVENT_DATE, "2021-05-09");
        state(writing, event, Property.EVENT_PLACE, place.toString());
        List<EntityId> written = new ArrayList<>();
        for (int i = 0; i < acts; i++) {
            EntityId victim = writing.create(EntityKind.PERSON);
            state(writing, victim, Property.PERSON_NAME, "Persona Inventada " + i);
            EntityId act = writing.create(EntityKind.ACT);
            state(writing, act, Property.ACT_EVENT, event.toString());
            state(writing, act, Property.ACT_VICTIM, victim.toString());
            state(writing, act, Property.ACT_CATEGORY, "A10");
            written.add(act);
        }
        for (int i = 0; i < proceedings; i++) {
            EntityId proceeding = writing.create(EntityKind.PROCEEDING);
            state(
                    writing,
                    proceeding,
                    Property.PROCEEDING_ACT,
                    written.get(i % acts).toString());
            EntityId step = writing.create(EntityKind.STEP);
            state(writing, step, Property.STEP_PROCEEDING, proceeding.toString());
            state(writing, step, Property.STEP_STAGE, "complaint");
        }
    }

    private static void state(Writing writing, EntityId subject, Property property, String value) {
        writing.statements()
                .accept(new Claim(
                        subject, property, property.parse(value), Basis.OBSERVED, null, null, "invented to measure"));
    }

    private static long millis(long nanoseconds) {
        return Duration.ofNanos(nanoseconds).toMillis();
    }
}
