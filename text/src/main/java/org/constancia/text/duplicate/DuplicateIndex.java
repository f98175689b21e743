package org.constancia.text.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the texts that may carry the same story as a new one, without comparing it with all.
///
/// Locality-sensitive hashing: texts that agree in one of the bands of their fingerprints are candidates.
/// The index grows by {@link #add}; to restore it, add the stored fingerprints in any order. Not safe for use by
/// several threads at once.
///
/// @param <K> what the caller calls its texts by
public final class DuplicateIndex<K> {
    private static final int BANDS = Fingerprint.BANDS;

    private final List<K> keys = new ArrayList<>();
    private final List<Fingerprint> fingerprints = new ArrayList<>();
    private long[] bucketKeys = new long[1 << 12];
    private int[] bucketHeads = new int[1 << 12];
    private int buckets;
    private int[] next = new int[1 << 12];
    private int[] seen = new int[64];
    private int searches;

    /// Adds a text. Empty fingerprints are kept out: they are like nothing.
    public void add(K key, Fingerprint fingerprint) {
        if (fingerprint.isEmpty()) return;
        int document = keys.size();
        keys.add(key);
        fingerprints.add(fingerprint);
        if ((document + 1) * BANDS > next.length) next = Arrays.copyOf(next, next.length * 2);
        for (int band = 0; band < BANDS; band++) {
            int slot = slot(fingerprint.band(band));
            next[document * BANDS + band] = bucketHeads[slot];
            bucketHeads[slot] = document + 1;
        }
    }

    /// The texts that may be near-duplicates of a text, in the order in which they were added.
    public List<K> candidates(Fingerprint fingerprint) {
        if (fingerprint.isEmpty()) return List.of();
        if (seen.length < keys.size()) seen = Arrays.copyOf(seen, keys.size() * 2);
        searches++;
        List<Integer> found = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            int at = head(fingerprint.band(band));
            for (; at > 0; at = next[(at - 1) * BANDS + band]) {
                int document = at - 1;
                if (seen[document] == searches) continue;
                seen[document] = searches;
                if (fingerprints.get(document).mayResemble(fingerprint)) found.add(document);
            }
        }
        return found.stream().sorted().map(keys::get).toList();
    }

    public int size() {
        return keys.size();
    }

    private int head(long bucket) {
        int mask = bucketKeys.length - 1;
        for (int slot = (int) bucket & mask; bucketKeys[slot] != 0; slot = (slot + 1) & mask) {
            if (bucketKeys[slot] == bucket) return bucketHeads[slot];
        }
        return 0;
    }

    private int slot(long bucket) {
        if (buckets * 2 > bucketKeys.length) grow();
        int mask = bucketKeys.length - 1;
        int slot = (int) bucket & mask;
        while (bucketKeys[slot] != 0 && bucketKeys[slot] != bucket) slot = (slot + 1) & mask;
        if (bucketKeys[slot] == 0) {
            bucketKeys[slot] = bucket;
            buckets++;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = bucketKeys;
        int[] oldHeads = bucketHeads;
        bucketKeys = new long[oldKeys.length * 2];
        bucketHeads = new int[oldKeys.length * 2];
        int mask = bucketKeys.length - 1;
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] == 0) continue;
            int slot = (int) oldKeys[old] & mask;
            while (bucketKeys[slot] != 0) slot = (slot + 1) & mask;
            bucketKeys[slot] = oldKeys[old];
            bucketHeads[slot] = oldHeads[old];
        }
    }
}
