package org.constancia.text.duplicate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// An index of near-duplicates in a folder, so that a later run reads new files only.
///
/// Each {@link #save} adds one file, {@link IndexSegment}; what was saved stays whatever happens after. When there are
/// many, they are written together into one, which says that those before it no longer count. One process at a time.
public final class StoredIndex implements AutoCloseable {
    private static final String NAME = "segment-%08d";
    private static final int MOST_SEGMENTS = 50;

    private final Path folder;
    private final FileChannel lockFile;
    private final SortedMap<String, KnownText> texts = new TreeMap<>();
    private final List<FamilyFinder.Pair<String>> pairs = new ArrayList<>();
    private final Set<String> gone = new HashSet<>();
    private final Map<String, KnownText> added = new LinkedHashMap<>();
    private final List<FamilyFinder.Pair<String>> addedPairs = new ArrayList<>();
    private int segments;
    private int last;

    private StoredIndex(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /// Opens the index in a folder, or makes it.
    ///
    /// @throws ConstanciaException when a file is damaged, of another version, or another process is at work
    public static StoredIndex open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel lockFile =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        StoredIndex index = new StoredIndex(folder, lockFile);
        try {
            index.lock();
            for (Path file : index.listSegments()) index.take(file);
        } catch (IOException | RuntimeException failure) {
            lockFile.close();
            throw failure;
        }
        return index;
    }

    private void lock() throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            if (lock != null) return;
        } catch (OverlappingFileLockException _) {
            // Held in this process: the same answer as for another one.
        }
        throw new ConstanciaException(Problem.CHANGED_MEANWHILE, "Another process is at work on this index")
                .with("folder", folder);
    }

    private List<Path> listSegments() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("segment-\\d{8}"))
                    .sorted()
                    .toList();
        }
    }

    private void take(Path file) throws IOException {
        IndexSegment segment = IndexSegment.read(file);
        if (segment.whole()) {
            texts.clear();
            pairs.clear();
        }
        segment.gone().forEach(texts::remove);
        Set<String> stale = new HashSet<>(segment.gone());
        pairs.removeIf(pair -> stale.contains(pair.one()) || stale.contains(pair.other()));
        texts.putAll(segment.texts());
        pairs.addAll(segment.pairs());
        segments++;
        last = Integer.parseInt(file.getFileName().toString().substring("segment-".length()));
    }

    /// What is known of a file that has not changed since.
    public Optional<KnownText> find(String name, long size, long modified) {
        return find(name).filter(text -> text.size() == size && text.modified() == modified);
    }

    /// What is known of a file.
    public Optional<KnownText> find(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /// The names of all files that are known, in order.
    public List<String> listNames() {
        return List.copyOf(texts.keySet());
    }

    /// Takes out what is known of a file that is gone or has changed, with its pairs.
    public void forget(String name) {
        if (texts.remove(name) == null) return;
        gone.add(name);
        pairs.removeIf(pair -> pair.one().equals(name) || pair.other().equals(name));
        added.remove(name);
        addedPairs.removeIf(pair -> pair.one().equals(name) || pair.other().equals(name));
    }

    /// Adds a file that is not known.
    ///
    /// @param found the near-duplicates among the files before it
    public void add(String name, KnownText text, List<FamilyFinder.Pair<String>> found) {
        texts.put(name, text);
        added.put(name, text);
        pairs.addAll(found);
        addedPairs.addAll(found);
    }

    /// Tells a finder of all texts and pairs that are known.
    public void restore(FamilyFinder<String> finder) {
        texts.forEach((name, text) -> {
            if (text.isUnderstood()) finder.restore(name, text.day(), text.fingerprint());
        });
        pairs.forEach(finder::restore);
    }

    /// How many files were added since the last save.
    public int unsaved() {
        return added.size();
    }

    /// Writes down what was added and forgotten since the last time.
    public void save() throws IOException {
        if (added.isEmpty() && gone.isEmpty()) return;
        boolean whole = segments >= MOST_SEGMENTS;
        List<Path> before = whole ? listSegments() : List.of();
        IndexSegment segment = whole
                ? new IndexSegment(true, List.of(), texts, pairs)
                : new IndexSegment(false, List.copyOf(gone), added, addedPairs);
        segment.write(folder.resolve(NAME.formatted(++last)));
        segments = whole ? 1 : segments + 1;
        gone.clear();
        added.clear();
        addedPairs.clear();
        for (Path file : before) Files.delete(file);
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
