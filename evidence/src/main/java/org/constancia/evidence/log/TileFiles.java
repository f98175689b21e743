package org.constancia.evidence.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.durable.DurableFiles;
import org.constancia.evidence.merkle.MerkleHash;
import org.constancia.evidence.merkle.SubtreeHashes;
import org.jspecify.annotations.Nullable;

/// The tiles of one log on disk. Reading takes the tile of exactly the wanted width and, when that has been
/// removed, the full one.
final class TileFiles {
    private static final int CACHED_TILES = 256;

    private final Path directory;
    private final Map<String, byte[]> cache = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > CACHED_TILES;
        }
    };

    TileFiles(Path directory) {
        this.directory = directory;
    }

    /// The hashes of a tile: `width` times 32 bytes.
    byte[] hashes(int level, long index, int width) {
        String full = TilePath.hashes(level, index, TilePath.WIDTH);
        byte[] bytes = width == TilePath.WIDTH ? readFull(full) : read(TilePath.hashes(level, index, width), full);
        int wanted = width * Sha256.LENGTH;
        if (bytes.length < wanted || bytes.length % Sha256.LENGTH != 0) {
            throw damaged(TilePath.hashes(level, index, width), null);
        }
        return bytes.length == wanted ? bytes : Arrays.copyOf(bytes, wanted);
    }

    /// The first `width` entries of a bundle.
    List<byte[]> entries(long index, int width) {
        String path = TilePath.entries(index, width);
        List<byte[]> entries = EntryBundle.read(read(path, TilePath.entries(index, TilePath.WIDTH)))
                .orElseThrow(() -> damaged(path, null));
        if (entries.size() < width) {
            throw damaged(path, null);
        }
        return entries.subList(0, width);
    }

    /// How many entries from the beginning can still be read whole, in full bundles.
    long readablePrefix(long size) {
        for (long tile = 0; tile * TilePath.WIDTH < size; tile++) {
            int width = (int) Math.min(TilePath.WIDTH, size - tile * TilePath.WIDTH);
            try {
                entries(tile, width);
            } catch (ConstanciaException missing) {
                return tile * TilePath.WIDTH;
            }
        }
        return size;
    }

    /// How many entries from the beginning can be read and have these leaf hashes.
    long agreeingPrefix(long size, Iterator<Sha256> hashes) {
        for (long tile = 0; tile * TilePath.WIDTH < size; tile++) {
            int width = (int) Math.min(TilePath.WIDTH, size - tile * TilePath.WIDTH);
            List<byte[]> entries;
            try {
                entries = entries(tile, width);
            } catch (ConstanciaException missing) {
                return tile * TilePath.WIDTH;
            }
            for (int i = 0; i < width; i++) {
                if (!hashes.hasNext() || !hashes.next().equals(MerkleHash.ofLeaf(entries.get(i)))) {
                    return tile * TilePath.WIDTH + i;
                }
            }
        }
        return size;
    }

    /// The subtree hashes of the tree of this size.
    SubtreeHashes tree(long size) {
        return (height, index) -> {
            int level = height / 8;
            int within = height % 8;
            long first = index << within;
            long tile = first / TilePath.WIDTH;
            long count = size >> (8 * level);
            int width = (int) Math.min(TilePath.WIDTH, count - tile * TilePath.WIDTH);
            byte[] hashes = hashes(level, tile, width);
            return MerkleHash.perfectRoot(hashes, (int) (first % TilePath.WIDTH), 1 << within);
        };
    }

    /// Writes files durably: when this returns, all of them survive a power cut.
    void write(Map<String, byte[]> files) throws IOException {
        Set<Path> directories = new TreeSet<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Path parent = path.getParent();
            if (parent == null) {
                throw new IllegalArgumentException("not a tile: " + path);
            }
            DurableFiles.createDirectories(parent);
            DurableFiles.replace(path, file.getValue());
            directories.add(parent);
        }
        for (Path each : directories) {
            DurableFiles.forceDirectory(each);
        }
        synchronized (cache) {
            files.keySet().forEach(cache::remove);
        }
    }

    /// Removes the unfinished versions of tiles that are now full. Not a change of the log, so it need not be
    /// durable.
    void removePartials(List<String> full) throws IOException {
        for (String path : full) {
            removeTree(directory.resolve(path + ".p"));
        }
    }

    /// Removes what an interrupted append left beyond the signed size.
    void removeBeyond(long size) throws IOException {
        for (int level = 0; level < 8; level++) {
            long count = size >> (8 * level);
            int each = level;
            removeBeyond(count, index -> TilePath.hashes(each, index, TilePath.WIDTH));
        }
        removeBeyond(size, index -> TilePath.entries(index, TilePath.WIDTH));
        synchronized (cache) {
            cache.clear();
        }
    }

    private void removeBeyond(long count, LongFunction<String> path) throws IOException {
        long index = count / TilePath.WIDTH;
        Path partials = directory.resolve(path.apply(index) + ".p");
        if (Files.isDirectory(partials)) {
            try (Stream<Path> widths = Files.list(partials)) {
                for (Path width : widths.toList()) {
                    String name = width.getFileName().toString();
                    if (!name.matches("[0-9]+") || Integer.parseInt(name) > count % TilePath.WIDTH) {
                        Files.delete(width);
                    }
                }
            }
        }
        Files.deleteIfExists(directory.resolve(path.apply(index)));
        for (index++; removeTile(path.apply(index)); index++) {
            // removeTile tells when there is nothing more
        }
    }

    private boolean removeTile(String path) throws IOException {
        boolean full = Files.deleteIfExists(directory.resolve(path));
        return removeTree(directory.resolve(path + ".p")) || full;
    }

    private static boolean removeTree(Path partials) throws IOException {
        if (!Files.isDirectory(partials)) {
            return false;
        }
        try (Stream<Path> widths = Files.list(partials)) {
            for (Path width : widths.toList()) {
                Files.delete(width);
            }
        }
        Files.delete(partials);
        return true;
    }

    private byte[] readFull(String path) {
        synchronized (cache) {
            byte[] cached = cache.get(path);
            if (cached != null) {
                return cached;
            }
        }
        byte[] bytes = read(path, path);
        synchronized (cache) {
            cache.put(path, bytes);
        }
        return bytes;
    }

    private byte[] read(String path, String fallback) {
        try {
            return Files.readAllBytes(directory.resolve(path));
        } catch (NoSuchFileException missing) {
            if (path.equals(fallback)) {
                throw damaged(path, missing);
            }
            return read(fallback, fallback);
        } catch (IOException failure) {
            throw damaged(path, failure);
        }
    }

    private static ConstanciaException damaged(String path, @Nullable IOException cause) {
        return new ConstanciaException(
                        Problem.STORAGE_FAILED,
                        "A tile of the log is missing or damaged; restore it from a backup",
                        cause)
                .with("tile", path);
    }
}
