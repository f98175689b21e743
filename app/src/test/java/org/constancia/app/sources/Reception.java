package org.constancia.app.sources;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.constancia.app.sources.Intake.Known;
import org.constancia.app.sources.Intake.Taken;
import org.constancia.core.place.Gazetteer;
import org.constancia.core.record.CollectionId;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.content.NameKey;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.store.record.CollectionRegister;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.constancia.store.record.SourceDoor.Arrival;
import org.constancia.text.document.ReadingLimits;
import org.constancia.text.extract.Extractors;
import org.constancia.text.extract.RuleExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A collection of its own with everything between a file and its proposals: a real database, content store, reader and
/// extractor.
public final class Reception implements AutoCloseable {
    /// Small enough that a test reaches them: 1 MB files, 4 MB unpacked.
    public static final ReadingLimits LIMITS =
            new ReadingLimits(1L << 20, 4L << 20, 1_000_000, 50, Duration.ofMinutes(1));

    private final CollectionId collection = new CollectionId(UUID.randomUUID());
    private final Session session = Session.working("ana", collection);
    private final Records records;
    private final ContentStore contents;
    private final Intake intake;

    /// @param directory where the content store is made
    public Reception(TestDatabase database, Path directory, ReadingLimits limits) {
        records = new Records(database.application(), Clock.systemUTC(), new SecureRandom());
        new CollectionRegister(database.owner()).found(collection, "test", true);
        contents = ContentStore.open(directory.resolve("contents"), NameKey.of(new byte[32]));
        intake = new Intake(
                records,
                session(),
                contents,
                new SourceReader(directory.resolve("reading"), limits),
                new Extractors(new RuleExtractor(Gazetteer.bundled()), List.of()));
    }

    public Records records() {
        return records;
    }

    public Supplier<Session> session() {
        return () -> session;
    }

    public Session reader() {
        return Session.ofReader(collection);
    }

    public ContentStore contents() {
        return contents;
    }

    public Intake intake() {
        return intake;
    }

    public SourcePages pages() {
        return new SourcePages(records, session(), contents, intake);
    }

    public Taken take(byte[] bytes, String fileName) {
        return take(new ByteArrayInputStream(bytes), fileName);
    }

    public Taken take(InputStream bytes, String fileName) {
        return intake.take(bytes, new Arrival("upload", fileName), null, Known.NOTHING);
    }

    public Taken take(String text, String fileName) {
        return take(text.getBytes(StandardCharsets.UTF_8), fileName);
    }

    /// The article of the demonstration.
    public static byte[] sampleArticle() throws Exception {
        try (InputStream article = Reception.class.getResourceAsStream("/org/constancia/app/demo/sample-article.txt")) {
            return Objects.requireNonNull(article).readAllBytes();
        }
    }

    public long count(String question, Object... values) {
        return records.read(
                session,
                jdbc -> jdbc.sql(question)
                        .params(List.of(values))
                        .query((row, number) -> row.getLong(1))
                        .single());
    }

    public <T> T ask(java.util.function.Function<JdbcClient, T> question) {
        return records.read(session, question);
    }

    @Override
    public void close() {
        contents.close();
    }
}
