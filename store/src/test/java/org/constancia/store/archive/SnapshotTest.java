package org.constancia.store.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.Basis;
import org.constancia.core.record.Claim;
import org.constancia.core.record.CollectionId;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.store.record.CollectionRegister;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.constancia.store.record.SourceDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A record of two collections, out of one database and into another.
final class SnapshotTest {
    @RegisterExtension
    static final TestDatabase HERE = TestDatabase.fresh();

    private final TestDatabase there = TestDatabase.fresh();
    private static final Session FIRST = Session.working("ana", new CollectionId(UUID.randomUUID()));
    private static final Session SECOND = Session.working("bea", new CollectionId(UUID.randomUUID()));
    private Records records;

    @BeforeEach
    void writeTwoCollections() {
        records = new Records(HERE.application(), Clock.systemUTC(), new SecureRandom());
        for (Session each : List.of(FIRST, SECOND)) {
            new CollectionRegister(HERE.owner()).found(each.collection(), "á\t\\N\n\"", true);
            writeAnEvent(each);
        }
    }

    @AfterEach
    void drop() {
        there.close();
    }

    @Test
    void everyRowOfEveryCollectionArrives() throws IOException {
        Map<String, String> archive = archive();
        load(archive);

        assertThat(archive()).as("the archive of the copy").isEqualTo(archive(there));
        assertThat(rowsAsTheTablesHaveThem(there)).isEqualTo(rowsAsTheTablesHaveThem(HERE));
        assertThat(rowsAsTheTablesHaveThem(there).get("collection")).isEqualTo(2);
    }

    @Test
    void aSnapshotDoesNotSeeWhatIsWrittenWhileItIsCopied() throws IOException {
        Map<String, String> before = archive();
        Map<String, String> during = new LinkedHashMap<>();
        try (Snapshot snapshot = Snapshot.take(HERE.owner())) {
            Snapshot.Figures figures = snapshot.figures();
            for (ArchivedTable table : snapshot.tables()) {
                writeAnEvent(FIRST);
                during.put(table.name(), text(snapshot, table));
            }
            assertThat(snapshot.figures()).isEqualTo(figures);
        }
        assertThat(during).isEqualTo(before);
    }

    @Test
    void theCopyGoesOnWhereTheOriginalStopped() throws IOException {
        load(archive());
        Records copied = new Records(there.application(), Clock.systemUTC(), new SecureRandom());
        long last = highest(HERE, "outbox");
        copied.write(FIRST, writing -> writing.create(EntityKind.EVENT));

        assertThat(highest(there, "outbox")).isGreaterThan(last);
        assertThatThrownBy(() -> copied.write(
                        FIRST,
                        writing -> writing.jdbc()
                                .sql("update outbox set author = 'eve'")
                                .update()))
                .hasMessageContaining("outbox");
        assertThat(JdbcClient.create(there.owner())
                        .sql("select count(*) from statement")
                        .query(Long.class)
                        .single())
                .as("row-level security holds the owner again")
                .isZero();
    }

    /// A number of a transaction that came from another server may be given again here, and would then vouch for writes
    /// it never saw.
    @Test
    void noChangeKeepsItsOldTransaction() throws IOException {
        load(archive());
        long future = rows(there, "select count(*) from outbox where transaction >= pg_current_xact_id()");
        long different = rows(there, "select count(distinct transaction) from outbox");
        assertThat(future).isZero();
        assertThat(different).isEqualTo(1);
    }

    @Test
    void aDatabaseThatHoldsSomethingIsRefusedUnchanged() {
        new CollectionRegister(there.owner()).found(SECOND.collection(), "theirs", false);
        assertThatThrownBy(() -> load(archive()))
                .isInstanceOfSatisfying(
                        ConstanciaException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.DATABASE_NOT_OURS));
        assertThat(rowsAsTheTablesHaveThem(there).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void whatIsNotCommittedNeverWas() throws IOException {
        Map<String, String> archive = archive();
        try (Loading loading = Loading.begin(there.owner(), tables())) {
            for (Map.Entry<String, String> table : archive.entrySet()) {
                loading.load(table.getKey(), stream(table.getValue()));
            }
        }
        assertThat(rowsAsTheTablesHaveThem(there).values()).containsOnly(0L);
        load(archive);
        assertThat(rowsAsTheTablesHaveThem(there)).isEqualTo(rowsAsTheTablesHaveThem(HERE));
    }

    @Test
    void theContentsAreToldOnceEach() throws IOException {
        List<Snapshot.Kept> kept = new ArrayList<>();
        try (Snapshot snapshot = Snapshot.take(HERE.owner())) {
            snapshot.contents(kept::add);
            assertThat(snapshot.figures().sources()).isEqualTo(2);
        }
        assertThat(kept).as("both collections have the same bytes").hasSize(1);
    }

    @Test
    void anotherLoginThanTheOwnersIsTold() {
        assertThatThrownBy(() -> Snapshot.take(HERE.application()).close()).hasMessageContaining("login of the owner");
    }

    private void writeAnEvent(Session session) {
        records.write(session, writing -> {
            String digest = "%064x".formatted(1);
            if (writing.sources().find(digest).isEmpty()) {
                writing.sources().preserve(new SourceDoor.Preserved(digest, digest + digest, 7, null));
            }
            EntityId event = writing.create(EntityKind.EVENT);
            return writing.statements()
                    .accept(new Claim(
                            event,
                            Property.EVENT_TITLE,
                            Property.EVENT_TITLE.parse("Línea uno\nlínea\tdos \\. \\N"),
                            Basis.OBSERVED,
                            null,
                            null,
                            "said in the test"));
        });
    }

    private List<ArchivedTable> tables() {
        try (Snapshot snapshot = Snapshot.take(HERE.owner())) {
            return snapshot.tables();
        }
    }

    private Map<String, String> archive() throws IOException {
        return archive(HERE);
    }

    private static Map<String, String> archive(TestDatabase database) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Snapshot snapshot = Snapshot.take(database.owner())) {
            for (ArchivedTable table : snapshot.tables()) {
                found.put(table.name(), text(snapshot, table));
            }
        }
        return found;
    }

    private static String text(Snapshot snapshot, ArchivedTable table) throws IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        snapshot.copy(table, rows);
        return rows.toString(StandardCharsets.UTF_8);
    }

    private void load(Map<String, String> archive) throws IOException {
        Map<String, Long> sequences;
        try (Snapshot snapshot = Snapshot.take(HERE.owner())) {
            sequences = snapshot.sequences();
        }
        try (Loading loading = Loading.begin(there.owner(), tables())) {
            for (Map.Entry<String, String> table : archive.entrySet()) {
                loading.load(table.getKey(), stream(table.getValue()));
            }
            loading.commit(sequences);
        }
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long highest(TestDatabase database, String table) {
        return rows(database, "select max(number) from " + table);
    }

    private static long rows(TestDatabase database, String question) {
        return unheld(database, jdbc -> jdbc.sql(question).query(Long.class).single());
    }

    private Map<String, Long> rowsAsTheTablesHaveThem(TestDatabase database) {
        List<ArchivedTable> tables = tables();
        return unheld(database, jdbc -> {
            Map<String, Long> found = new LinkedHashMap<>();
            for (ArchivedTable table : tables) {
                found.put(
                        table.name(),
                        jdbc.sql("select count(*) from " + table.name())
                                .query(Long.class)
                                .single());
            }
            return found;
        });
    }

    /// Asks without row-level security, in a transaction that is rolled back.
    private static <T> T unheld(TestDatabase database, java.util.function.Function<JdbcClient, T> question) {
        try (Connection connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            for (String table : jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
                    .query(String.class)
                    .list()) {
                jdbc.sql("alter table " + table + " no force row level security")
                        .update();
            }
            T answer = question.apply(jdbc);
            connection.rollback();
            connection.setAutoCommit(true);
            return answer;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
