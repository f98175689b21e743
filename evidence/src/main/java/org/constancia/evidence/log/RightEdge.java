package org.constancia.evidence.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.merkle.MerkleHash;

/// The growing side of the tree: the unfinished tile of every level and the unfinished bundle of entries. From
/// it alone follow the root and the files the next entries change.
///
/// A tree of 70,000 entries has 112 hashes in its unfinished tile of level 0, 17 on level 1 and 1 on level 2.
final class RightEdge {
    private final List<Tile> levels = new ArrayList<>();
    private final List<byte[]> entries = new ArrayList<>();
    private final Map<String, byte[]> finished = new LinkedHashMap<>();
    private long size;

    /// An unfinished tile: how many are finished before it on its level, and its hashes so far.
    private static final class Tile {
        private long index;
        private int width;
        private final byte[] hashes = new byte[TilePath.WIDTH * Sha256.LENGTH];

        private byte[] bytes() {
            return Arrays.copyOf(hashes, width * Sha256.LENGTH);
        }
    }

    /// The edge of a stored tree.
    static RightEdge of(long size, TileFiles files) {
        RightEdge edge = new RightEdge();
        edge.size = size;
        for (int level = 0; size >> (8 * level) > 0; level++) {
            long count = size >> (8 * level);
            Tile tile = new Tile();
            tile.index = count / TilePath.WIDTH;
            tile.width = (int) (count % TilePath.WIDTH);
            if (tile.width > 0) {
                byte[] stored = files.hashes(level, tile.index, tile.width);
                System.arraycopy(stored, 0, tile.hashes, 0, stored.length);
            }
            edge.levels.add(tile);
        }
        int unfinished = (int) (size % TilePath.WIDTH);
        if (unfinished > 0) {
            edge.entries.addAll(files.entries(size / TilePath.WIDTH, unfinished));
        }
        return edge;
    }

    RightEdge copy() {
        RightEdge copy = new RightEdge();
        copy.size = size;
        copy.entries.addAll(entries);
        for (Tile tile : levels) {
            Tile same = new Tile();
            same.index = tile.index;
            same.width = tile.width;
            System.arraycopy(tile.hashes, 0, same.hashes, 0, tile.width * Sha256.LENGTH);
            copy.levels.add(same);
        }
        return copy;
    }

    long size() {
        return size;
    }

    void add(byte[] entry) {
        entries.add(entry);
        if (entries.size() == TilePath.WIDTH) {
            finished.put(TilePath.entries(size / TilePath.WIDTH, TilePath.WIDTH), EntryBundle.write(entries));
            entries.clear();
        }
        push(0, MerkleHash.ofLeaf(entry));
        size++;
    }

    private void push(int level, Sha256 hash) {
        if (level == levels.size()) {
            levels.add(new Tile());
        }
        Tile tile = levels.get(level);
        System.arraycopy(hash.bytes(), 0, tile.hashes, tile.width * Sha256.LENGTH, Sha256.LENGTH);
        tile.width++;
        if (tile.width == TilePath.WIDTH) {
            finished.put(TilePath.hashes(level, tile.index, TilePath.WIDTH), tile.bytes());
            tile.index++;
            tile.width = 0;
            push(level + 1, MerkleHash.perfectRoot(tile.hashes, 0, TilePath.WIDTH));
        }
    }

    /// The files that hold what was added since the edge was made or copied: finished tiles first, then the
    /// unfinished ones.
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>(finished);
        if (!entries.isEmpty()) {
            files.put(TilePath.entries(size / TilePath.WIDTH, entries.size()), EntryBundle.write(entries));
        }
        for (int level = 0; level < levels.size(); level++) {
            Tile tile = levels.get(level);
            if (tile.width > 0) {
                files.put(TilePath.hashes(level, tile.index, tile.width), tile.bytes());
            }
        }
        return files;
    }

    /// The finished tiles among [#files], whose unfinished predecessors are no longer needed.
    List<String> finished() {
        return List.copyOf(finished.keySet());
    }

    /// The Merkle root: the perfect subtrees of the edge, joined from right to left.
    Sha256 root() {
        Sha256 root = null;
        for (Tile tile : levels) {
            int end = tile.width;
            for (int height = 0; height < 8; height++) {
                int count = 1 << height;
                if ((tile.width & count) != 0) {
                    end -= count;
                    Sha256 peak = MerkleHash.perfectRoot(tile.hashes, end, count);
                    root = root == null ? peak : MerkleHash.ofNode(peak, root);
                }
            }
        }
        return root == null ? MerkleHash.EMPTY : root;
    }
}
