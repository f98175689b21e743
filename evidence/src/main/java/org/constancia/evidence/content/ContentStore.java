package org.constancia.evidence.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Digests;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.durable.DurableFiles;
import org.jspecify.annotations.Nullable;

/// Original bytes, addressed by their SHA-256, never modified.
///
/// What always holds: a blob is visible under its name only when it is complete; when [#put] returns, the blob
/// survives a crash of the program and a power cut; bytes that differ from what was acknowledged are never
/// handed out. The same bytes put twice are one blob. Blob names are keyed ([BlobName]) and their modification
/// time is the epoch, so the disk alone tells neither what is kept nor when it came.
///
/// Layout: `blobs/ab/<64 hexadecimal digits>`, `incoming/` for what is being received, `quarantine/` for blobs
/// nobody refers to, `key-check` to refuse a wrong key. Any number of threads and processes may use one
/// directory.
public final class ContentStore implements AutoCloseable {
    private static final int BUFFER = 1 << 17;
    private static final FileTime EPOCH = FileTime.from(Instant.EPOCH);

    private final Path blobs;
    private final Path quarantine;
    private final Incoming incoming;
    private final NameKey key;
    private final GroupCommit groupCommit = new GroupCommit();

    private ContentStore(Path directory, Incoming incoming, NameKey key) {
        this.blobs = directory.resolve("blobs");
        this.quarantine = directory.resolve("quarantine");
        this.incoming = incoming;
        this.key = key;
    }

    /// Opens the store in this directory, making it when it does not exist. Files that processes now dead did
    /// not finish are removed; they were never acknowledged.
    ///
    /// @throws ConstanciaException `STORAGE_FAILED` when the directory cannot be used or was made with another
    ///     key
    public static ContentStore open(Path directory, NameKey key) {
        try {
            DurableFiles.createDirectories(directory);
            checkKey(directory.resolve("key-check"), key);
            makeShards(directory.resolve("blobs"));
            DurableFiles.createDirectories(directory.resolve("quarantine"));
            return new ContentStore(directory, Incoming.open(directory.resolve("incoming")), key);
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "The content store cannot be opened", failure)
                    .with("directory", directory)
                    .with("reason", String.valueOf(failure.getMessage()));
        }
    }

    /// Keeps the bytes of the stream and returns when they are durable. The stream is read to its end and not
    /// closed.
    ///
    /// @param limit the largest number of bytes accepted
    /// @throws ConstanciaException `TOO_LARGE` when there are more bytes, `BAD_INPUT` when the stream itself
    ///     fails, `STORAGE_FAILED` when the disk is full or broken; in each case nothing is kept
    public Content put(InputStream input, long limit) {
        Path temporary = incoming.next();
        try {
            try {
                Content content =
                        new Receiving(input, limit).into(temporary, file -> Files.setLastModifiedTime(file, EPOCH));
                groupCommit.commit(temporary, path(key.name(content.sha256())));
                return content;
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException failure) {
            throw new ConstanciaException(
                            Problem.STORAGE_FAILED,
                            "The bytes could not be kept durably; nothing was acknowledged",
                            failure)
                    .with("reason", String.valueOf(failure.getMessage()));
        }
    }

    /// Opens the content for reading from its beginning, after having read it through once: damaged bytes are
    /// refused before the first one is handed out.
    ///
    /// @throws ConstanciaException `RECORD_NOT_FOUND` when there is none, `STORAGE_FAILED` when it is damaged
    // The channel lives as long as the stream that is returned, or is closed here on every failure.
    @SuppressWarnings("StreamResourceLeak")
    public InputStream open(Sha256 digest) {
        BlobName name = key.name(digest);
        try {
            FileChannel channel = FileChannel.open(path(name), StandardOpenOption.READ);
            try {
                if (!digestOf(channel).equals(digest)) {
                    throw damaged(name, null);
                }
                return Channels.newInputStream(channel.position(0));
            } catch (IOException | RuntimeException failure) {
                channel.close();
                throw failure;
            }
        } catch (NoSuchFileException missing) {
            throw new ConstanciaException(Problem.RECORD_NOT_FOUND, "The content store has no such content", missing)
                    .with("sha256", digest);
        } catch (IOException failure) {
            throw damaged(name, failure);
        }
    }

    /// Whether there is a blob of this content. Does not read it; see [#verify].
    public boolean contains(Sha256 digest) {
        return Files.isRegularFile(path(key.name(digest)));
    }

    /// Reads the content through and compares it with its digest.
    public Condition verify(Sha256 digest) {
        return condition(key.name(digest));
    }

    /// The name of the content's blob on disk.
    public BlobName name(Sha256 digest) {
        return key.name(digest);
    }

    /// Where the content's blob is, as a path below the store's directory: `blobs/ab/...`.
    public String place(Sha256 digest) {
        BlobName name = key.name(digest);
        return "blobs/" + name.shard() + "/" + name.hex();
    }

    /// How many unfinished files of dead processes were removed when this store was opened.
    public long sweptAtOpen() {
        return incoming.swept();
    }

    /// The names of all blobs, in order.
    public List<BlobName> listNames() {
        List<BlobName> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(blobs, 2)) {
            files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(BlobName::hasShape)
                    .forEach(name -> names.add(new BlobName(name)));
        } catch (IOException | UncheckedIOException failure) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "The blobs cannot be listed", failure);
        }
        names.sort(null);
        return names;
    }

    /// Reads every blob and reports those that are damaged. Interrupting the thread ends it with `CANCELLED`.
    public Scrub scrub(Scrub.Progress progress) {
        List<BlobName> damaged = new ArrayList<>();
        long count = 0;
        long bytes = 0;
        for (BlobName name : listNames()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new ConstanciaException(Problem.CANCELLED, "The scrubber was stopped").with("blobs", count);
            }
            switch (condition(name)) {
                case INTACT -> bytes += path(name).toFile().length();
                case DAMAGED -> damaged.add(name);
                case MISSING -> {
                    continue; // erased or quarantined since the names were listed
                }
            }
            count++;
            progress.reached(count, bytes);
        }
        return new Scrub(count, bytes, damaged);
    }

    /// Compares the blobs with the digests that rows refer to. Blobs without row are moved to `quarantine/`,
    /// unless their directory entry is younger than `grace`: their row may be about to be committed.
    public Sweep sweep(Collection<Sha256> referred, Duration grace, Instant now) {
        List<BlobName> present = listNames();
        Set<BlobName> named = new HashSet<>();
        List<Sha256> missing = new ArrayList<>();
        for (Sha256 digest : referred) {
            if (named.add(key.name(digest)) && !contains(digest)) {
                missing.add(digest);
            }
        }
        List<BlobName> quarantined = present.stream()
                .filter(name -> !named.contains(name))
                .filter(name -> isOlder(name, now.minus(grace)))
                .filter(this::quarantine)
                .toList();
        missing.sort(null);
        return new Sweep(quarantined, missing);
    }

    /// Removes the content for good. What referred to it must say so in the log.
    public void erase(Sha256 digest) {
        Path path = path(key.name(digest));
        try {
            if (Files.deleteIfExists(path)) {
                DurableFiles.forceDirectory(shard(key.name(digest)));
            }
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "The content could not be erased", failure)
                    .with("sha256", digest);
        }
    }

    /// Removes this store's unfinished files. Nothing may be using the store any more.
    @Override
    public void close() {
        try {
            incoming.close();
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "The content store did not close cleanly", failure);
        }
    }

    private Path path(BlobName name) {
        return shard(name).resolve(name.hex());
    }

    private Path shard(BlobName name) {
        return blobs.resolve(name.shard());
    }

    private static ConstanciaException damaged(BlobName name, @Nullable IOException cause) {
        return new ConstanciaException(
                        Problem.STORAGE_FAILED,
                        "The stored bytes are damaged and are not handed out; restore this blob from a backup",
                        cause)
                .with("blob", name.hex());
    }

    private static void checkKey(Path file, NameKey key) throws IOException {
        if (!Files.exists(file)) {
            DurableFiles.write(file, (key.fingerprint() + "\n").getBytes(StandardCharsets.US_ASCII));
        } else if (!Files.readString(file).strip().equals(key.fingerprint())) {
            throw new ConstanciaException(
                            Problem.STORAGE_FAILED,
                            "The content store was made with another key; restore the key file that belongs to it")
                    .with("file", file);
        }
    }

    private static void makeShards(Path blobs) throws IOException {
        DurableFiles.createDirectories(blobs);
        boolean made = false;
        for (int shard = 0; shard < 256; shard++) {
            Path directory = blobs.resolve(HexFormat.of().toHexDigits((byte) shard));
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
                made = true;
            }
        }
        if (made) {
            DurableFiles.forceDirectory(blobs);
        }
    }

    private Condition condition(BlobName name) {
        try (FileChannel channel = FileChannel.open(path(name), StandardOpenOption.READ)) {
            return key.name(digestOf(channel)).equals(name) ? Condition.INTACT : Condition.DAMAGED;
        } catch (NoSuchFileException missing) {
            return Condition.MISSING;
        } catch (IOException unreadable) {
            return Condition.DAMAGED;
        }
    }

    private static Sha256 digestOf(FileChannel channel) throws IOException {
        MessageDigest digest = Digests.sha256();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        while (channel.read(buffer) >= 0) {
            digest.update(buffer.flip());
            buffer.clear();
        }
        return Sha256.of(digest.digest());
    }

    private boolean isOlder(BlobName name, Instant limit) {
        try {
            FileTime changed = (FileTime) Files.getAttribute(path(name), "unix:ctime");
            return changed.toInstant().isBefore(limit);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "A blob cannot be examined", failure)
                    .with("blob", name.hex());
        }
    }

    private boolean quarantine(BlobName name) {
        try {
            Files.move(path(name), quarantine.resolve(name.hex()), StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.forceDirectory(quarantine);
            DurableFiles.forceDirectory(shard(name));
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "A blob cannot be moved to quarantine", failure)
                    .with("blob", name.hex());
        }
    }
}
