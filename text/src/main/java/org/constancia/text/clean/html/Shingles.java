package org.constancia.text.clean.html;

import java.util.Arrays;

/// The set of 4-word runs of a text, as sorted hashes; tells how much of one text another holds.
final class Shingles {
    private static final int WIDTH = 4;

    private final long[] hashes;

    private Shingles(long[] hashes) {
        this.hashes = hashes;
    }

    static Shingles of(CharSequence text) {
        long[] words = new long[text.length() / 2 + 1];
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) at++;
            if (at == text.length()) break;
            long hash = 0xcbf29ce484222325L;
            while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
                hash = (hash ^ Character.toLowerCase(text.charAt(at))) * 0x100000001b3L;
                at++;
            }
            words[count++] = hash;
        }
        int runs = Math.max(0, count - WIDTH + 1);
        long[] hashes = new long[runs];
        for (int i = 0; i < runs; i++) {
            long run = 17;
            for (int j = 0; j < WIDTH; j++) run = run * 0x9E3779B97F4A7C15L + words[i + j];
            hashes[i] = run;
        }
        Arrays.sort(hashes);
        return new Shingles(hashes);
    }

    int size() {
        return hashes.length;
    }

    /// How many runs of this text stand in the other, in [0, 1]; 0 for a text of fewer than four words.
    double shareIn(Shingles other) {
        if (hashes.length == 0) return 0;
        int shared = 0;
        for (long hash : hashes) if (Arrays.binarySearch(other.hashes, hash) >= 0) shared++;
        return (double) shared / hashes.length;
    }
}
