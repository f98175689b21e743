package org.constancia.app.configure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.constancia.app.accountability.ImpunityReading;
import org.constancia.app.archive.Backup;
import org.constancia.app.archive.RestoringMark;
import org.constancia.app.demo.Demonstration;
import org.constancia.app.dossier.DossierDrawer;
import org.constancia.app.dossier.Dossiers;
import org.constancia.app.dossier.SourceExports;
import org.constancia.app.geography.EventGeography;
import org.constancia.app.log.LogPages;
import org.constancia.app.log.LogSettings;
import org.constancia.app.log.RecordLog;
import org.constancia.app.log.Scrubbing;
import org.constancia.app.publication.PublicReading;
import org.constancia.app.record.RecordEditing;
import org.constancia.app.record.RecordReading;
import org.constancia.app.record.value.Places;
import org.constancia.app.review.InboxPages;
import org.constancia.app.review.ReviewDesk;
import org.constancia.app.review.RuleReading;
import org.constancia.app.search.IndexedSearch;
import org.constancia.app.sources.Erasures;
import org.constancia.app.sources.Intake;
import org.constancia.app.sources.SourcePages;
import org.constancia.app.sources.SourceReader;
import org.constancia.app.today.Overview;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.place.Gazetteer;
import org.constancia.core.record.CollectionId;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.content.NameKey;
import org.constancia.evidence.content.Sweep;
import org.constancia.store.history.ChangeRows;
import org.constancia.store.log.PreservedContent;
import org.constancia.store.postgres.Database;
import org.constancia.store.postgres.DatabaseLocation;
import org.constancia.store.record.Change;
import org.constancia.store.record.CollectionRegister;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.constancia.text.document.ReadingLimits;
import org.constancia.text.extract.Extractors;
import org.constancia.text.extract.RuleExtractor;

/// One operator's record, opened: the database, the content store, and the capabilities on top of them. Closing it
/// stops the bundled server when nobody else uses it.
///
/// Until there are accounts, one local operator works in one collection.
public final class Workplace implements AutoCloseable {
    /// Younger bytes may belong to an intake that is about to commit their row.
    private static final Duration SWEEP_GRACE = Duration.ofHours(1);

    private final Database database;
    private final ContentStore contents;
    private final RecordLog log;
    private final Scrubbing scrubbing;
    private final Records records;
    private final Supplier<Session> session;
    private final Intake intake;
    private final Gazetteer gazetteer;
    private final Path home;
    private final Clock clock;

    private Workplace(
            Database database, ContentStore contents, RecordLog log, Path home, CollectionId collection, Clock clock) {
        this.database = database;
        this.contents = contents;
        this.log = log;
        this.home = home;
        this.clock = clock;
        this.records = new Records(database.application(), clock, new SecureRandom(), log.permit());
        Session operator = Session.working(System.getProperty("user.name", "operator"), collection);
        this.session = () -> operator;
        this.scrubbing = new Scrubbing(contents, records, session, clock);
        this.gazetteer = Gazetteer.bundled();
        this.intake = new Intake(
                records,
                session,
                contents,
                new SourceReader(home.resolve("reading"), ReadingLimits.USUAL),
                Extractors.discover(new RuleExtractor(gazetteer)));
    }

    /// Opens the record, making what does not exist yet.
    ///
    /// @param home where the files are kept, whatever database is used
    /// @param fictional whether a collection that is founded now holds invented people only
    /// @param progress told, in one line each, the steps that take time
    public static Workplace open(
            DatabaseLocation location, Path home, boolean fictional, Clock clock, Consumer<String> progress) {
        return open(location, home, LogSettings.usual(home), fictional, clock, progress);
    }

    /// Opens the record with its log anchored as these settings say.
    public static Workplace open(
            DatabaseLocation location,
            Path home,
            LogSettings settings,
            boolean fictional,
            Clock clock,
            Consumer<String> progress) {
        makeHome(home);
        RestoringMark.refuse(home);
        Database database = Database.open(location, progress);
        try {
            CollectionId collection = CollectionRegister.usual();
            new CollectionRegister(database.owner())
                    .found(collection, fictional ? "Demostración" : "Colección", fictional);
            NameKey key = NameKey.open(home.resolve("content.key"), new SecureRandom());
            ContentStore contents = ContentStore.open(home.resolve("contents"), key);
            RecordLog log = RecordLog.open(
                    home, settings.checkpointCopy(), settings.authorities(), database, clock, new SecureRandom());
            database.closeFirst(log::close);
            return new Workplace(database, contents, log, home, collection, clock);
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    private static void makeHome(Path home) {
        try {
            if (!Files.isDirectory(home)) {
                Files.createDirectories(
                        home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Has something closed before the database is, when the program is told to end.
    public void closeFirst(Runnable closing) {
        database.closeFirst(closing);
    }

    /// The transparency log of the record.
    public RecordLog log() {
        return log;
    }

    DataSource owner() {
        return database.owner();
    }

    /// Writes archives of the record.
    public Backup backup() {
        return new Backup(database.owner(), database.schema(), contents, home, log.checkpointCopy(), clock);
    }

    public Scrubbing scrubbing() {
        return scrubbing;
    }

    /// Where the preserved bytes are.
    public ContentStore contents() {
        return contents;
    }

    /// Compares the preserved bytes with what the record says is preserved: bytes nobody refers to, which an
    /// interrupted
    /// intake left, are moved to quarantine; items without bytes are an alarm.
    public Sweep sweep() {
        erasures().removeBytes();
        return contents.sweep(PreservedContent.digests(database.owner()), SWEEP_GRACE, clock.instant());
    }

    /// Takes changes to the log and re-reads what is preserved, in the background until this is closed.
    public void watchOver() {
        log.sequenceInBackground(new AnchorNotes(records, session));
        scrubbing.startWhenDue(records.read(
                        session.get(), jdbc -> ChangeRows.lastOf(jdbc, Change.Kind.SCRUB_DONE.code()))
                .orElse(null));
    }

    public Intake intake() {
        return intake;
    }

    /// Dossiers of events.
    public Dossiers dossiers() {
        return new Dossiers(records, session, contents, log, new Places(gazetteer), clock);
    }

    /// Exports of the collection's sources, and their way back.
    public SourceExports exports() {
        return new SourceExports(records, session, contents, log, intake, clock);
    }

    /// Erasure of sources that must not be kept.
    public Erasures erasures() {
        return new Erasures(records, session, contents, database.owner());
    }

    public Records records() {
        return records;
    }

    public Session session() {
        return session.get();
    }

    public Demonstration demonstration() {
        return new Demonstration(records, session, intake, gazetteer);
    }

    /// Whether every person of the collection is invented.
    public boolean isFictional() {
        return records.read(
                session.get(),
                jdbc -> CollectionRegister.isFictional(jdbc, session.get().collection()));
    }

    /// What the pages ask for.
    public Capabilities capabilities() {
        Places places = new Places(gazetteer);
        InboxPages inbox = new InboxPages(records, session);
        Session reader = Session.ofReader(session.get().collection());
        return new Capabilities(
                new Overview(records, session, clock),
                new ReviewDesk(records, session, intake, gazetteer, inbox),
                new SourcePages(records, session, contents, intake),
                new RecordReading(records, session, places, clock, log.anchors()),
                new RecordEditing(records, session),
                new IndexedSearch(records, session),
                new ImpunityReading(records, session, clock, "/accountability"),
                new EventGeography(records, session, places),
                new PublicReading(records, () -> reader, places, clock),
                new DossierDrawer(dossiers(), home.resolve("dossiers")),
                new RuleReading(records, session),
                new LogPages(log, scrubbing, records, session));
    }

    /// Bytes that were brought in again after they had been erased were durable before they could be recognised.
    private void removeRefusedBytes() {
        try {
            erasures().removeBytes();
        } catch (ConstanciaException leftToTheNextStart) {
            return;
        }
    }

    @Override
    public void close() {
        try {
            scrubbing.close();
            removeRefusedBytes();
            log.close();
            contents.close();
        } finally {
            database.close();
        }
    }
}
