package org.constancia.store.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.Basis;
import org.constancia.core.record.Claim;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.PassageId;
import org.constancia.core.record.Property;
import org.constancia.core.record.SourceId;
import org.constancia.core.record.StatementId;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.content.NameKey;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.Disagreement;
import org.constancia.store.log.LogPlace;
import org.constancia.store.log.PreservedContent;
import org.constancia.store.log.Sequencer;
import org.constancia.store.log.Tampering;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.store.record.SourceDoor.Arrival;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A source that had to go leaves nothing of what it said, and the log verifies as before.
final class ErasureTest {
    private static final String SECRET = "Zoraida vio al sargento";

    @TempDir
    Path home;

    private TestDatabase database;
    private Workbench bench;
    private SourceId source;
    private EntityId event;
    private StatementId statement;

    @BeforeEach
    void aStatementThatRestsOnASource() {
        database = TestDatabase.fresh();
        bench = new Workbench(database);
        source = bench.records
                .write(bench.session, writing -> {
                    SourceId made = bench.source(writing, SECRET + " en la plaza.");
                    writing.sources().capture(made, new Arrival("correo", SECRET + ".txt"));
                    writing.candidates()
                            .propose(
                                    made,
                                    1,
                                    List.of(new CandidateDoor.Proposal(
                                            "statement", 0, SECRET.length(), SECRET, "{}", List.of("R1"), 0.5)));
                    EntityId subject = new EntityId(EntityKind.SOURCE, made.value());
                    Workbench.state(writing, subject, Property.SOURCE_TITLE, SECRET);
                    return made;
                })
                .result();
        bench.records.write(bench.session, writing -> {
            event = writing.create(EntityKind.EVENT);
            PassageId passage = writing.sources().mark(source, 1, 0, SECRET.length(), SECRET);
            statement = Workbench.state(writing, event, Property.EVENT_SUMMARY, SECRET + " aquel día", passage);
            writing.statements().prefer(statement, "the only one");
            return event;
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothingThatItSaidIsLeftInAnyTable() {
        assertThat(tablesThatHold("Zoraida"))
                .contains("reading", "capture", "passage", "candidate", "statement", "outbox");

        erase();

        assertThat(tablesThatHold("Zoraida")).isEmpty();
        assertThat(PreservedContent.erased(database.owner())).containsExactly(Sha256.parse(digest()));
    }

    @Test
    void theLogVerifiesAndEveryEntryOfItStays() {
        try (ContentStore contents = contents()) {
            Sequencer sequencer = sequencer();
            sequencer.sequence();
            long before = sequencer.log().size();

            erase();
            sequencer.sequence();

            assertThat(sequencer.log().size()).isGreaterThan(before);
            assertThat(disagreements(sequencer, contents)).isEmpty();
        }
    }

    /// Changes that had no entry yet when they were erased get one, from the commitment that is left.
    @Test
    void whatWaitedForTheLogIsLoggedClosed() {
        try (ContentStore contents = contents()) {
            erase();
            Sequencer sequencer = sequencer();
            sequencer.sequence();

            assertThat(disagreements(sequencer, contents)).isEmpty();
        }
    }

    @Test
    void statementsInForceForbidIt() {
        assertThatThrownBy(() -> bench.records.write(
                        bench.session, writing -> writing.erasures().erase(source, "sin consentimiento")))
                .isInstanceOfSatisfying(
                        ConstanciaException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.NOT_PERMITTED));

        assertThat(tablesThatHold("Zoraida")).contains("reading", "outbox");
    }

    /// The change that recorded a replacement tells what it replaced.
    @Test
    void whatTookThePlaceOfItGoesWithItAndForbidsItWhileInForce() {
        StatementId later = bench.records
                .write(
                        bench.session,
                        writing -> writing.statements()
                                .supersede(
                                        statement,
                                        new Claim(
                                                event,
                                                Property.EVENT_SUMMARY,
                                                Property.EVENT_SUMMARY.parse("Otra cosa"),
                                                Basis.INFERRED,
                                                null,
                                                null,
                                                "said in the test"),
                                        "a better source"))
                .result();
        assertThatThrownBy(() -> bench.records.write(
                        bench.session, writing -> writing.erasures().erase(source, "sin consentimiento")))
                .isInstanceOf(ConstanciaException.class);

        bench.records.write(bench.session, writing -> {
            writing.statements().reject(later, "it goes too");
            return writing.erasures().erase(source, "the witness withdrew consent");
        });

        assertThat(tablesThatHold("Zoraida")).isEmpty();
    }

    @Test
    void theSameBytesDoNotComeBackUnseen() {
        erase();

        assertThatThrownBy(() -> bench.records.write(
                        bench.session, writing -> writing.sources().find(digest())))
                .isInstanceOf(ConstanciaException.class)
                .hasMessageContaining("erased");
    }

    @Test
    void aReadingThatComesTooLateIsRefused() {
        erase();

        assertThatThrownBy(() -> bench.records.write(
                        bench.session,
                        writing -> writing.sources()
                                .read(
                                        source,
                                        new SourceDoor.ReadingOutcome(
                                                "text/plain", SECRET, "es", null, null, null, "[]", "[]", null, null))))
                .hasMessageContaining("the source was erased");
    }

    @Test
    void itsBytesAreNoLongerAskedFor() {
        assertThat(PreservedContent.digests(database.owner())).hasSize(1);

        erase();

        assertThat(PreservedContent.digests(database.owner())).isEmpty();
        assertThat(PreservedContent.erased(database.owner())).hasSize(1);
    }

    @Test
    void anErasureThatNoEntryAccountsForIsFound() {
        try (ContentStore contents = contents()) {
            Sequencer sequencer = sequencer();
            erase();
            sequencer.sequence();
            Tampering.of(database).alter("update erasure set reason = 'otra cosa'");

            assertThat(disagreements(sequencer, contents))
                    .anySatisfy(found -> assertThat(found.what()).contains("no erasure of the log accounts for it"));
        }
    }

    private void erase() {
        bench.records.write(bench.session, writing -> {
            writing.statements().reject(statement, "the witness withdrew consent");
            return writing.erasures().erase(source, "the witness withdrew consent");
        });
    }

    private static String digest() {
        return "%064x".formatted((SECRET + " en la plaza.").hashCode() & 0xffff_ffffL);
    }

    private ContentStore contents() {
        return ContentStore.open(home.resolve("contents"), NameKey.of(new byte[32]));
    }

    private Sequencer sequencer() {
        return new Sequencer(
                database.owner(), LogPlace.of(home, home.resolve("outside"), new SecureRandom()), Clock.systemUTC());
    }

    /// What disagrees, but for the bytes, which this test has not made.
    private static List<Disagreement> disagreements(Sequencer sequencer, ContentStore contents) {
        return sequencer.check(contents, (part, done, of) -> {}).disagreements().stream()
                .filter(found -> !found.place().startsWith("blob"))
                .toList();
    }

    private List<String> tablesThatHold(String word) {
        return bench.records.read(bench.session, jdbc -> {
            List<String> tables = jdbc.sql("""
                            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                            where n.nspname = 'public' and c.relkind = 'r'
                                  and has_table_privilege(c.oid, 'select')
                            order by 1
                            """).query(String.class).list();
            return tables.stream()
                    .filter(table -> jdbc.sql(
                                    "select exists (select from %s t where t::text like :word)".formatted(table))
                            .param("word", "%" + word + "%")
                            .query(Boolean.class)
                            .single())
                    .toList();
        });
    }
}
