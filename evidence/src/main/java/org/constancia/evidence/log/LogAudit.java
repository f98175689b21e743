package org.constancia.evidence.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.merkle.MerkleHash;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.note.SignedNote;

/// Derives a whole log again from its entries and names every file that disagrees: entries, tiles of every
/// level, the signed root, and the leaf hashes a database has for the same indices.
///
/// When entries and leaf hashes disagree, the hash one level higher tells which of the two is damaged.
public final class LogAudit {
    /// Hears how far the audit is; called after each tile.
    @FunctionalInterface
    public interface Progress {
        void reached(long entries, long of);
    }

    /// What a database says about the entries, in order of the index; asked for one after the other.
    public interface Rows {
        boolean hasNext();

        /// Compares the next row with the entry that has this index.
        ///
        /// @param entry empty when its bytes cannot be read
        /// @param leafHash as the entry or, without it, the tile has it
        /// @return what disagrees
        List<String> compareNext(long index, Optional<LogEntry> entry, Sha256 leafHash);

        /// Rows that say the leaf hashes only.
        static Rows of(Iterator<Sha256> leafHashes) {
            return new Rows() {
                @Override
                public boolean hasNext() {
                    return leafHashes.hasNext();
                }

                @Override
                public List<String> compareNext(long index, Optional<LogEntry> entry, Sha256 leafHash) {
                    return leafHashes.next().equals(leafHash)
                            ? List.of()
                            : List.of("the row's leaf hash is not that of the log's entry");
                }
            };
        }
    }

    private final Path directory;
    private final Progress progress;
    private List<Optional<LogEntry>> entries = List.of();
    private final List<Disagreement> found = new ArrayList<>();

    private LogAudit(Path directory, Progress progress) {
        this.directory = directory;
        this.progress = progress;
    }

    /// Audits one log.
    ///
    /// @param directory of one log: with `checkpoint` and `tile/`
    /// @param policy whose signatures the checkpoint must bear
    /// @param rows the leaf hashes of a database in order of their index; may end before the log does, not
    ///     after it
    /// @return the disagreements, in order of their place in the log; empty when there is none
    public static List<Disagreement> audit(Path directory, Policy policy, Iterator<Sha256> rows, Progress progress) {
        return audit(directory, policy, Rows.of(rows), progress);
    }

    /// Audits one log against all that a database says about its entries.
    public static List<Disagreement> audit(Path directory, Policy policy, Rows rows, Progress progress) {
        LogAudit audit = new LogAudit(directory, progress);
        audit.run(policy, rows);
        return audit.found;
    }

    private void run(Policy policy, Rows rows) {
        Optional<Checkpoint> signed = readCheckpoint(policy);
        if (signed.isEmpty()) {
            return;
        }
        Checkpoint checkpoint = signed.get();
        List<Sha256> roots = new ArrayList<>();
        List<Sha256> edge = List.of();
        List<Sha256> edgeInTile = List.of();
        for (long from = 0; from < checkpoint.size(); from += TilePath.WIDTH) {
            int width = (int) Math.min(TilePath.WIDTH, checkpoint.size() - from);
            List<Sha256> hashes = entryHashes(from / TilePath.WIDTH, width);
            List<Sha256> tile = tileHashes(0, from / TilePath.WIDTH, width);
            if (width == TilePath.WIDTH) {
                Sha256 trusted = judge(from, hashes, tile, parent(from / TilePath.WIDTH, checkpoint.size()));
                roots.add(trusted);
            } else {
                edge = hashes;
                edgeInTile = tile;
            }
            compareRows(from, hashes.isEmpty() ? tile : hashes, rows);
            progress.reached(from + width, checkpoint.size());
        }
        List<Sha256> peaks = upperLevels(roots);
        Sha256 root = rootOf(peaks, edge);
        if (!edge.equals(edgeInTile)) {
            boolean tileIsRight = rootOf(peaks, edgeInTile).equals(checkpoint.root());
            reportLeaves(checkpoint.size() / TilePath.WIDTH * TilePath.WIDTH, edge, edgeInTile, tileIsRight);
            root = tileIsRight ? checkpoint.root() : root;
        }
        checkOlderPartials(checkpoint.size());
        if (!root.equals(checkpoint.root())) {
            report("checkpoint", "the entries do not have the signed root");
        }
        if (rows.hasNext()) {
            report("row " + checkpoint.size(), "a row with an index beyond the log");
        }
    }

    private Optional<Checkpoint> readCheckpoint(Policy policy) {
        try {
            SignedNote note = SignedNote.parse(Files.readAllBytes(directory.resolve("checkpoint")));
            return switch (policy.judge(note)) {
                case Policy.Judgement.Accepted accepted -> Optional.of(accepted.checkpoint());
                case Policy.Judgement.Refused(String reason) -> {
                    report("checkpoint", reason);
                    yield Optional.empty();
                }
            };
        } catch (IOException | ConstanciaException failure) {
            report("checkpoint", "cannot be read: " + failure.getMessage());
            return Optional.empty();
        }
    }

    /// The leaf hashes the entries have; empty when the bundle cannot be read.
    private List<Sha256> entryHashes(long tile, int width) {
        String path = TilePath.entries(tile, width);
        Optional<List<byte[]>> bundle = read(path).flatMap(EntryBundle::read);
        entries = List.of();
        if (bundle.isEmpty() || bundle.get().size() != width) {
            report(path, "the entries are missing or cannot be read");
            return List.of();
        }
        List<Optional<LogEntry>> parsed = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            try {
                parsed.add(Optional.of(LogEntry.parse(bundle.get().get(i))));
            } catch (ConstanciaException malformed) {
                parsed.add(Optional.empty());
                report("entry " + (tile * TilePath.WIDTH + i), "not a log entry in canonical form");
            }
        }
        entries = parsed;
        return bundle.get().stream().map(MerkleHash::ofLeaf).toList();
    }

    private List<Sha256> tileHashes(int level, long tile, int width) {
        String path = TilePath.hashes(level, tile, width);
        Optional<byte[]> bytes = read(path);
        if (bytes.isEmpty() || bytes.get().length != width * Sha256.LENGTH) {
            report(path, "the tile is missing or has another length");
            return List.of();
        }
        List<Sha256> hashes = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            hashes.add(Sha256.of(Arrays.copyOfRange(bytes.get(), i * Sha256.LENGTH, (i + 1) * Sha256.LENGTH)));
        }
        return hashes;
    }

    /// The hash of a full tile of level 0 as level 1 has it.
    private Optional<Sha256> parent(long tile, long size) {
        long count = size / TilePath.WIDTH;
        long above = tile / TilePath.WIDTH;
        int width = (int) Math.min(TilePath.WIDTH, count - above * TilePath.WIDTH);
        int from = (int) (tile % TilePath.WIDTH) * Sha256.LENGTH;
        return read(TilePath.hashes(1, above, width))
                .filter(bytes -> bytes.length >= from + Sha256.LENGTH)
                .map(bytes -> Sha256.of(Arrays.copyOfRange(bytes, from, from + Sha256.LENGTH)));
    }

    /// The root of a full tile, from its entries or from its hashes, whichever the level above confirms.
    private Sha256 judge(long from, List<Sha256> entries, List<Sha256> tile, Optional<Sha256> parent) {
        Sha256 ofEntries = MerkleHash.root(entries);
        if (entries.equals(tile)) {
            return ofEntries;
        }
        Sha256 ofTile = MerkleHash.root(tile);
        boolean tileIsRight = parent.isPresent() && parent.get().equals(ofTile);
        reportLeaves(from, entries, tile, tileIsRight);
        return tileIsRight ? ofTile : ofEntries;
    }

    private void reportLeaves(long from, List<Sha256> entries, List<Sha256> tile, boolean tileIsRight) {
        if (entries.isEmpty() || tile.isEmpty()) {
            return;
        }
        for (int i = 0; i < entries.size(); i++) {
            if (!entries.get(i).equals(tile.get(i))) {
                String where = TilePath.entries(from / TilePath.WIDTH, entries.size());
                String other = TilePath.hashes(0, from / TilePath.WIDTH, entries.size());
                report(
                        tileIsRight ? where : other,
                        "entry %d does not have the leaf hash in the tile".formatted(from + i));
            }
        }
    }

    private void compareRows(long from, List<Sha256> hashes, Rows rows) {
        for (int i = 0; i < hashes.size() && rows.hasNext(); i++) {
            Optional<LogEntry> entry = i < entries.size() ? entries.get(i) : Optional.empty();
            for (String disagreement : rows.compareNext(from + i, entry, hashes.get(i))) {
                report("row " + (from + i), disagreement);
            }
        }
    }

    /// Compares the tiles of the levels above 0 with the roots of the full tiles below and returns the roots of
    /// the perfect subtrees on the right edge, the highest first.
    private List<Sha256> upperLevels(List<Sha256> rootsOfLevel) {
        List<Sha256> peaks = new ArrayList<>();
        List<Sha256> roots = rootsOfLevel;
        for (int level = 1; !roots.isEmpty(); level++) {
            List<Sha256> above = new ArrayList<>();
            for (int from = 0; from < roots.size(); from += TilePath.WIDTH) {
                List<Sha256> computed = roots.subList(from, Math.min(from + TilePath.WIDTH, roots.size()));
                List<Sha256> stored = tileHashes(level, from / TilePath.WIDTH, computed.size());
                for (int i = 0; i < stored.size(); i++) {
                    if (!stored.get(i).equals(computed.get(i))) {
                        String path = TilePath.hashes(level, from / TilePath.WIDTH, computed.size());
                        report(path, "hash %d does not follow from the level below".formatted(i));
                    }
                }
                if (computed.size() == TilePath.WIDTH) {
                    above.add(MerkleHash.root(computed));
                } else {
                    peaks.addAll(0, perfectParts(computed));
                }
            }
            roots = above;
        }
        return peaks;
    }

    /// Unfinished tiles of earlier checkpoints are kept until their tile is full; each must be a beginning of
    /// today's.
    private void checkOlderPartials(long size) {
        comparePrefixes(TilePath.entries(size / TilePath.WIDTH, TilePath.WIDTH), (int) (size % TilePath.WIDTH));
        for (int level = 0; size >> (8 * level) > 0; level++) {
            long count = size >> (8 * level);
            comparePrefixes(
                    TilePath.hashes(level, count / TilePath.WIDTH, TilePath.WIDTH), (int) (count % TilePath.WIDTH));
        }
    }

    private void comparePrefixes(String tile, int width) {
        Path partials = directory.resolve(tile + ".p");
        byte[] today = read(tile + ".p/" + width).orElse(new byte[0]);
        if (!Files.isDirectory(partials)) {
            return;
        }
        try (Stream<Path> files = Files.list(partials)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                byte[] older = Files.readAllBytes(file);
                boolean prefix =
                        older.length <= today.length && Arrays.equals(older, 0, older.length, today, 0, older.length);
                if (!name.equals(Integer.toString(width)) && !prefix) {
                    report(tile + ".p/" + name, "an earlier tile that is no beginning of today's");
                }
            }
        } catch (IOException failure) {
            report(tile + ".p", "cannot be read: " + failure.getMessage());
        }
    }

    private static List<Sha256> perfectParts(List<Sha256> hashes) {
        List<Sha256> parts = new ArrayList<>();
        int from = 0;
        for (int count = TilePath.WIDTH / 2; count > 0; count /= 2) {
            if ((hashes.size() & count) != 0) {
                parts.add(MerkleHash.root(hashes.subList(from, from + count)));
                from += count;
            }
        }
        return parts;
    }

    private static Sha256 rootOf(List<Sha256> peaks, List<Sha256> edge) {
        List<Sha256> all = new ArrayList<>(peaks);
        all.addAll(perfectParts(edge));
        if (all.isEmpty()) {
            return MerkleHash.EMPTY;
        }
        Sha256 root = all.getLast();
        for (int i = all.size() - 2; i >= 0; i--) {
            root = MerkleHash.ofNode(all.get(i), root);
        }
        return root;
    }

    private Optional<byte[]> read(String path) {
        try {
            return Optional.of(Files.readAllBytes(directory.resolve(path)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException failure) {
            report(path, "cannot be read: " + failure.getMessage());
            return Optional.empty();
        }
    }

    private void report(String place, String what) {
        found.add(new Disagreement(place, what));
    }
}
