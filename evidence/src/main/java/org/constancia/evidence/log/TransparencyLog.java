package org.constancia.evidence.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.durable.DurableFiles;
import org.constancia.evidence.merkle.ConsistencyProof;
import org.constancia.evidence.merkle.InclusionProof;
import org.constancia.evidence.merkle.MerkleHash;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.LogProof;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.note.VerifierKey;

/// An append-only log in tiles on disk (C2SP tlog-tiles) under signed checkpoints.
///
/// What always holds: entries get indices without gap; tiles are durable before the checkpoint that covers
/// them is signed; a checkpoint is durable here and outside before anybody sees it; no checkpoint is signed
/// that does not extend every earlier one. When that cannot be known, the log is read-only and says why.
///
/// A log that lost entries is never rewritten: it ends, and a [NewOrigin] begins. On disk: `<directory>/1`,
/// `<directory>/2`, ..., the last one being the current log.
///
/// One process appends at a time (the caller sees to that); any number of threads may read.
public final class TransparencyLog {
    /// The most entries one append takes.
    public static final int MAX_BATCH = 65_536;

    private final Path directory;
    private final int number;
    private final LogKeys keys;
    private final Clock clock;
    private final TileFiles tiles;
    private final OutsideCopy outside;
    private final ReentrantLock appending = new ReentrantLock();
    private volatile Standing standing;
    private boolean uncertain;

    /// Everything that changes with an append, replaced as one.
    private record Standing(LogState state, Optional<SignedNote> note, long size, RightEdge edge) {}

    private TransparencyLog(Path root, Path outside, int number, LogKeys keys, Clock clock) throws IOException {
        this.directory = root.resolve(Integer.toString(number));
        this.number = number;
        this.keys = keys;
        this.clock = clock;
        this.tiles = new TileFiles(directory);
        this.outside = new OutsideCopy(outside, number);
        this.standing = recover();
    }

    /// Opens the current log, or begins the first one in an empty place.
    ///
    /// @param directory where the logs are
    /// @param outside where the last checkpoints are kept besides; best another disk
    /// @throws ConstanciaException `STORAGE_FAILED` when the files cannot be used at all. A log that must not
    ///     go on opens, and is read-only: see [#state].
    public static TransparencyLog open(Path directory, Path outside, LogKeyring keyring, Clock clock) {
        return open(directory, outside, keyring, clock, LogNumbers.current(directory, outside));
    }

    /// Opens the log with this number, an earlier one for reading only.
    public static TransparencyLog open(Path directory, Path outside, LogKeyring keyring, Clock clock, int number) {
        try {
            TransparencyLog log = new TransparencyLog(directory, outside, number, keyring.keys(number), clock);
            if (number < LogNumbers.current(directory, outside)) {
                log.standing = log.readOnly(log.standing.note(), LogState.ReadOnly.because(Halt.NEWER_ORIGIN));
            }
            return log;
        } catch (IOException failure) {
            throw failed("The log cannot be opened", failure).with("directory", directory);
        }
    }

    /// Whether another process appended, or began a newer log, since this one was opened or last appended
    /// itself. Then it is opened again before anything is appended. Ask only while no other process may
    /// append.
    public boolean isStale(Path logs, Path outsideCopies) {
        if (LogNumbers.current(logs, outsideCopies) != number) {
            return true;
        }
        try {
            Path file = directory.resolve("checkpoint");
            byte[] seen = standing.note().map(SignedNote::bytes).orElse(new byte[0]);
            return Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), seen);
        } catch (IOException failure) {
            throw failed("The checkpoint cannot be read", failure);
        }
    }

    /// Accepts a log whose outside copy is known to be lost. The caller has compared it with another witness.
    public static TransparencyLog acceptWithoutOutsideCopy(
            Path directory, Path outside, LogKeyring keyring, Clock clock) {
        int number = LogNumbers.current(directory, outside);
        try {
            OutsideCopy copy = new OutsideCopy(outside, number);
            Path checkpoint = directory.resolve(Integer.toString(number)).resolve("checkpoint");
            if (copy.latest().isEmpty() && Files.exists(checkpoint)) {
                copy.keep(SignedNote.parse(Files.readAllBytes(checkpoint)), clock.instant());
            }
        } catch (IOException failure) {
            throw failed("The outside copy cannot be made", failure);
        }
        return open(directory, outside, keyring, clock);
    }

    /// What lies on the disk, whether it is as it was signed or not.
    TileFiles tiles() {
        return tiles;
    }

    /// The last checkpoint, if a read-only log has one.
    Optional<SignedNote> findCheckpoint() {
        return standing.note();
    }

    public String origin() {
        return keys.origin();
    }

    /// The log's number, from 1; each loss of entries begins a new one.
    public int number() {
        return number;
    }

    public LogState state() {
        return standing.state();
    }

    /// How many entries are signed.
    public long size() {
        return standing.size();
    }

    /// The public keys that sign: Ed25519 first, then ML-DSA-44.
    public List<VerifierKey> verifierKeys() {
        return keys.verifierKeys();
    }

    /// A policy text that demands both of the log's signatures and no witness.
    public String policy() {
        return keys.policy();
    }

    /// The last signed checkpoint.
    ///
    /// @throws ConstanciaException `STORAGE_FAILED` when a read-only log has none that can be read
    public SignedNote checkpoint() {
        return standing.note()
                .orElseThrow(() -> new ConstanciaException(
                        Problem.STORAGE_FAILED, "No checkpoint of this log can be read; restore one from a backup"));
    }

    /// Appends entries after the last one.
    public Appended append(List<LogEntry> entries) {
        appending.lock();
        try {
            return append(size(), entries);
        } finally {
            appending.unlock();
        }
    }

    /// Appends entries whose indices were given out before, in a database for example. Entries that are
    /// already there are compared and not added again, so that a caller who does not know whether the last
    /// append went through repeats it.
    ///
    /// @param firstIndex the index of the first entry; at most [#size]
    /// @throws ConstanciaException `READ_ONLY` when the log takes no entries; `CHANGED_MEANWHILE` when
    ///     `firstIndex` leaves a gap or another entry is already there; `STORAGE_FAILED` when the disk is
    ///     full or broken: nothing was acknowledged then, and the call may be repeated
    public Appended append(long firstIndex, List<LogEntry> entries) {
        if (entries.size() > MAX_BATCH) {
            throw new ConstanciaException(Problem.TOO_LARGE, "Too many entries at once")
                    .with("entries", entries.size())
                    .with("limit", MAX_BATCH);
        }
        List<byte[]> leaves = entries.stream().map(LogEntry::bytes).toList();
        appending.lock();
        try {
            settle();
            requireWritable();
            if (firstIndex > size()) {
                throw new ConstanciaException(Problem.CHANGED_MEANWHILE, "The batch would leave a gap in the log")
                        .with("firstIndex", firstIndex)
                        .with("size", size());
            }
            int present = (int) Math.min(leaves.size(), size() - firstIndex);
            requireSame(firstIndex, leaves.subList(0, present));
            if (present < leaves.size()) {
                extend(leaves.subList(present, leaves.size()));
            }
            return new Appended(firstIndex, leaves.size(), checkpoint());
        } finally {
            appending.unlock();
        }
    }

    /// The bytes of an entry.
    public byte[] entry(long index) {
        requireIndex(index, size());
        int width = (int) Math.min(TilePath.WIDTH, size() - index / TilePath.WIDTH * TilePath.WIDTH);
        return tiles.entries(index / TilePath.WIDTH, width).get((int) (index % TilePath.WIDTH));
    }

    /// A proof that stands alone, that the entry is in the log as last signed.
    public LogProof proof(long index) {
        return proof(index, checkpoint());
    }

    /// A proof under an earlier checkpoint of this log, one that witnesses cosigned or a time stamp covers.
    public LogProof proof(long index, SignedNote checkpoint) {
        long size = requireOwn(checkpoint).size();
        requireIndex(index, size);
        InclusionProof proof = tiles.tree(size()).inclusion(index, size);
        return new LogProof(index, proof.path(), checkpoint);
    }

    /// A proof that the log of `newSize` entries begins with the log of `oldSize` entries.
    public ConsistencyProof consistency(long oldSize, long newSize) {
        requireIndex(newSize - 1, size());
        return tiles.tree(size()).consistency(oldSize, newSize);
    }

    /// The root of the first `size` entries.
    public Sha256 root(long size) {
        if (size != 0) {
            requireIndex(size - 1, size());
        }
        return tiles.tree(size()).root(size);
    }

    /// Whether this log extends a checkpoint that somebody kept.
    public boolean isExtensionOf(Checkpoint kept) {
        return kept.origin().equals(origin())
                && kept.size() <= size()
                && root(kept.size()).equals(kept.root());
    }

    /// The log's signed promise to include an entry within [Receipt#PROMISE].
    public SignedNote receipt(LogEntry entry) {
        requireWritable();
        Receipt receipt =
                new Receipt(origin(), entry.leafHash(), clock.instant().plus(Receipt.PROMISE));
        return keys.signText(receipt.text(), clock);
    }

    /// The checkpoint of an earlier size of this log, signed again: what was signed once may be signed as
    /// often as one likes.
    ///
    /// @throws ConstanciaException `CHANGED_MEANWHILE` when the log does not extend it
    public SignedNote sign(Checkpoint earlier) {
        if (!isExtensionOf(earlier)) {
            throw new ConstanciaException(Problem.CHANGED_MEANWHILE, "The log does not extend this checkpoint")
                    .with("size", earlier.size());
        }
        return keys.sign(earlier.text(), clock);
    }

    /// The days for which a checkpoint was kept outside, in order.
    public List<LocalDate> days() {
        try {
            return outside.days();
        } catch (IOException failure) {
            throw failed("The outside copy cannot be read", failure);
        }
    }

    /// The latest checkpoint kept outside.
    public Optional<SignedNote> findOutsideCopy() {
        try {
            return outside.latest();
        } catch (IOException failure) {
            throw failed("The outside copy cannot be read", failure);
        }
    }

    /// The last checkpoint of a day.
    public Optional<SignedNote> findCheckpoint(LocalDate day) {
        try {
            return outside.ofDay(day);
        } catch (IOException failure) {
            throw failed("The outside copy cannot be read", failure);
        }
    }

    private void extend(List<byte[]> leaves) {
        Standing before = standing;
        RightEdge edge = before.edge().copy();
        leaves.forEach(edge::add);
        try {
            tiles.write(edge.files());
        } catch (IOException failure) {
            throw failed("The entries could not be written; nothing was acknowledged", failure);
        }
        Checkpoint head = new Checkpoint(origin(), edge.size(), edge.root());
        try {
            standing = new Standing(before.state(), Optional.of(publish(head)), edge.size(), edge.copy());
        } catch (IOException failure) {
            // Whether the signed checkpoint reached the disk is unknown: what the disk says decides.
            uncertain = true;
            throw failed("The checkpoint could not be written; nothing was acknowledged", failure);
        }
        try {
            tiles.removePartials(edge.finished());
        } catch (IOException leftOver) {
            // The entries are in. An unfinished tile beside its finished one says the same twice; fsck mentions it.
            return;
        }
    }

    private SignedNote publish(Checkpoint head) throws IOException {
        SignedNote note = keys.sign(head.text(), clock);
        DurableFiles.write(directory.resolve("checkpoint"), note.bytes());
        outside.keep(note, clock.instant());
        return note;
    }

    /// After a checkpoint that may or may not have been written: looks, and goes on from what is there.
    private void settle() {
        if (!uncertain) {
            return;
        }
        try {
            standing = recover();
            uncertain = false;
        } catch (IOException failure) {
            throw failed("The disk still fails; nothing was acknowledged", failure);
        }
    }

    private Standing recover() throws IOException {
        DurableFiles.createDirectories(directory);
        return switch (new StartCheck(keys, tiles).check(directory.resolve("checkpoint"), outside)) {
            case StartCheck.Finding.Fresh() -> {
                SignedNote empty = publish(new Checkpoint(origin(), 0, MerkleHash.EMPTY));
                yield new Standing(new LogState.Writable(), Optional.of(empty), 0, new RightEdge());
            }
            case StartCheck.Finding.Sound(SignedNote note, Checkpoint checkpoint) -> {
                DurableFiles.write(directory.resolve("checkpoint"), note.bytes());
                outside.keep(note, clock.instant());
                tiles.removeBeyond(checkpoint.size());
                RightEdge edge = RightEdge.of(checkpoint.size(), tiles);
                yield new Standing(new LogState.Writable(), Optional.of(note), checkpoint.size(), edge);
            }
            case StartCheck.Finding.Halted(var last, LogState.ReadOnly state) -> readOnly(last, state);
        };
    }

    private Standing readOnly(Optional<SignedNote> last, LogState.ReadOnly state) {
        long size = last.map(note -> Checkpoint.parse(note.text()).size()).orElse(0L);
        return new Standing(state, last, size, new RightEdge());
    }

    private void requireWritable() {
        if (state() instanceof LogState.ReadOnly halted) {
            throw new ConstanciaException(Problem.READ_ONLY, "The log takes no entries")
                    .with("reason", halted.reason())
                    .with("remedy", halted.remedy());
        }
    }

    private void requireSame(long firstIndex, List<byte[]> leaves) {
        for (int i = 0; i < leaves.size(); i++) {
            if (!Arrays.equals(entry(firstIndex + i), leaves.get(i))) {
                throw new ConstanciaException(Problem.CHANGED_MEANWHILE, "Another entry already has this index")
                        .with("index", firstIndex + i);
            }
        }
    }

    private static void requireIndex(long index, long size) {
        if (index < 0 || index >= size) {
            throw new ConstanciaException(Problem.RECORD_NOT_FOUND, "The log has no entry with this index")
                    .with("index", index)
                    .with("size", size);
        }
    }

    private Checkpoint requireOwn(SignedNote note) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (!isExtensionOf(checkpoint)) {
            throw new ConstanciaException(Problem.CHANGED_MEANWHILE, "The log does not extend this checkpoint")
                    .with("origin", checkpoint.origin())
                    .with("size", checkpoint.size());
        }
        return checkpoint;
    }

    private static ConstanciaException failed(String text, IOException cause) {
        return new ConstanciaException(Problem.STORAGE_FAILED, text, cause)
                .with("reason", String.valueOf(cause.getMessage()));
    }
}
