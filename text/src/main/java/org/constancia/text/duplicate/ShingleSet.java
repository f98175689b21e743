package org.constancia.text.duplicate;

import java.util.Arrays;

/// The distinct 3-word runs of a text, as sorted 64-bit hashes.
final class ShingleSet {
    private final long[] hashes;

    private ShingleSet(long[] hashes) {
        this.hashes = hashes;
    }

    static ShingleSet of(Words words) {
        return of(words, 0, words.shingleCount());
    }

    /// The runs that begin at the words `[from, to)`.
    static ShingleSet of(Words words, int from, int to) {
        long[] all = new long[Math.max(0, to - from)];
        for (int i = from; i < to; i++) all[i - from] = words.shingle(i);
        Arrays.sort(all);
        int distinct = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) all[distinct++] = all[i];
        }
        return new ShingleSet(Arrays.copyOf(all, distinct));
    }

    int size() {
        return hashes.length;
    }

    long hash(int i) {
        return hashes[i];
    }

    boolean contains(long shingle) {
        return Arrays.binarySearch(hashes, shingle) >= 0;
    }

    int common(ShingleSet other) {
        int common = 0;
        int here = 0;
        int there = 0;
        while (here < hashes.length && there < other.hashes.length) {
            int order = Long.compare(hashes[here], other.hashes[there]);
            if (order == 0) common++;
            if (order <= 0) here++;
            if (order >= 0) there++;
        }
        return common;
    }
}
