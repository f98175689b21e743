package org.constancia.text.duplicate;

import java.util.Arrays;

/// The words of a text: where each begins and ends, and a 64-bit hash of it in lower case.
///
/// A word is a maximal run of letters and digits.
final class Words {
    private final int[] starts;
    private final int[] ends;
    private final long[] hashes;
    private final int count;

    private Words(int[] starts, int[] ends, long[] hashes, int count) {
        this.starts = starts;
        this.ends = ends;
        this.hashes = hashes;
        this.count = count;
    }

    static Words of(String text) {
        return of(text, 0, text.length());
    }

    static Words of(String text, int from, int to) {
        int[] starts = new int[16 + (to - from) / 4];
        int[] ends = new int[starts.length];
        long[] hashes = new long[starts.length];
        int count = 0;
        int at = from;
        while (true) {
            while (at < to && !Character.isLetterOrDigit(text.charAt(at))) at++;
            if (at >= to) break;
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
                ends = Arrays.copyOf(ends, count * 2);
                hashes = Arrays.copyOf(hashes, count * 2);
            }
            starts[count] = at;
            long hash = 0xcbf29ce484222325L;
            while (at < to && Character.isLetterOrDigit(text.charAt(at))) {
                hash = (hash ^ Character.toLowerCase(text.charAt(at))) * 0x100000001b3L;
                at++;
            }
            ends[count] = at;
            hashes[count++] = hash;
        }
        return new Words(starts, ends, hashes, count);
    }

    int count() {
        return count;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    long hash(int word) {
        return hashes[word];
    }

    /// Hash of the three words that begin at a word.
    long shingle(int word) {
        long hash = hashes[word] * 0x9E3779B97F4A7C15L;
        hash = (Long.rotateLeft(hash, 23) ^ hashes[word + 1]) * 0xC2B2AE3D27D4EB4FL;
        hash = (Long.rotateLeft(hash, 29) ^ hashes[word + 2]) * 0x165667B19E3779F9L;
        return hash ^ (hash >>> 32);
    }

    int shingleCount() {
        return Math.max(0, count - 2);
    }
}
