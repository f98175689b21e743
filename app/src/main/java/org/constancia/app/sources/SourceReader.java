package org.constancia.app.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.constancia.core.confine.Room;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.metadata.MetadataReader;
import org.constancia.evidence.unpack.Budget;
import org.constancia.evidence.unpack.ContainerKind;
import org.constancia.evidence.unpack.Unpacked;
import org.constancia.evidence.unpack.Unpacker;
import org.constancia.text.document.DocumentReader;
import org.constancia.text.document.IsolatedReader;
import org.constancia.text.document.Obstacle;
import org.constancia.text.document.ParserProcess;
import org.constancia.text.document.Reading;
import org.constancia.text.document.ReadingLimits;
import org.jspecify.annotations.Nullable;

/// Looks into preserved bytes, whatever they hold: their text, the parts of a container, what is embedded in a photo or
/// video. What is too large to read is not loaded; formats whose parsers can be exhausted (PDF, DOCX, pictures,
/// containers) are read in confined processes.
public final class SourceReader {
    private static final int CHILD_HEAP_MEGABYTES = 512;
    private static final int HEAD = 64;

    private final Path workspace;
    private final IsolatedReader documents;
    private final MetadataReader metadata;
    private final Unpacker unpacker;
    private final ReadingLimits limits;

    /// @param workspace a folder of its own for the copies that are being read; what was left there is removed
    public SourceReader(Path workspace, ReadingLimits limits) {
        this.workspace = workspace;
        this.limits = limits;
        clear(workspace);
        this.documents = new IsolatedReader(
                DocumentReader.within(limits), ParserProcess.ofThisJava(limits, CHILD_HEAP_MEGABYTES));
        this.metadata = new MetadataReader(limits.maxTime());
        this.unpacker = new Unpacker(limits.maxTime());
    }

    /// A copy of preserved bytes to look into; gone when it is closed, with the parts that were taken out.
    final class Copy implements AutoCloseable {
        private final Room room;
        private final Path file;
        private final byte[] head;

        private Copy(InputStream bytes) throws IOException {
            this.room = Room.in(workspace);
            try {
                this.file = room.file("copy");
                Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
                try (InputStream in = Files.newInputStream(file)) {
                    this.head = in.readNBytes(HEAD);
                }
            } catch (IOException | RuntimeException failure) {
                room.close();
                throw failure;
            }
        }

        Reading read(@Nullable String mediaType) throws IOException {
            long length = Files.size(file);
            if (length > limits.maxBytes()) {
                return new Reading.NotUnderstood(
                        Obstacle.TOO_LARGE, "%,d bytes; the limit is %,d".formatted(length, limits.maxBytes()));
            }
            return documents.read(file, mediaType);
        }

        /// What it contains, when it is a container.
        Optional<Unpacked> unpack(Budget budget) throws IOException {
            Optional<ContainerKind> kind = Unpacker.kindOf(file);
            return kind.isEmpty() ? Optional.empty() : unpacker.unpack(file, kind.get(), room, budget);
        }

        /// What is embedded in it, when it is a photo, video or recording.
        Optional<MetadataReader.Result> metadata() {
            if (!MetadataReader.isMedia(head)) return Optional.empty();
            try (Room own = Room.in(workspace)) {
                return Optional.of(metadata.read(file, own));
            }
        }

        @Override
        public void close() {
            room.close();
        }
    }

    /// @throws IOException when the store cannot deliver the bytes
    Copy copy(InputStream bytes) throws IOException {
        return new Copy(bytes);
    }

    private static void clear(Path workspace) {
        try {
            Files.createDirectories(workspace);
            try (Stream<Path> left = Files.walk(workspace)) {
                for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                    if (!file.equals(workspace)) Files.deleteIfExists(file);
                }
            }
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "The folder for reading cannot be used", failure)
                    .with("folder", workspace);
        }
    }
}
