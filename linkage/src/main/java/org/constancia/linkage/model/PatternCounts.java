package org.constancia.linkage.model;

import java.util.Arrays;

/// How often each agreement pattern occurs; training works on these counts and never goes back to the pairs.
public final class PatternCounts {
    private static final long EMPTY = -1;

    private long[] patterns = new long[1 << 12];
    private double[] counts = new double[1 << 12];
    private int size;

    public PatternCounts() {
        Arrays.fill(patterns, EMPTY);
    }

    public void add(long pattern, double count) {
        int mask = patterns.length - 1;
        int slot = (int) ((pattern * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (patterns[slot] != pattern) {
            if (patterns[slot] == EMPTY) {
                patterns[slot] = pattern;
                size++;
                break;
            }
            slot = (slot + 1) & mask;
        }
        counts[slot] += count;
        if (size * 2 > patterns.length) {
            grow();
        }
    }

    private void grow() {
        long[] oldPatterns = patterns;
        double[] oldCounts = counts;
        patterns = new long[oldPatterns.length * 2];
        counts = new double[patterns.length];
        Arrays.fill(patterns, EMPTY);
        size = 0;
        for (int i = 0; i < oldPatterns.length; i++) {
            if (oldPatterns[i] != EMPTY) {
                add(oldPatterns[i], oldCounts[i]);
            }
        }
    }

    public void addAll(PatternCounts other) {
        for (int i = 0; i < other.patterns.length; i++) {
            if (other.patterns[i] != EMPTY) {
                add(other.patterns[i], other.counts[i]);
            }
        }
    }

    public int size() {
        return size;
    }

    /// The patterns in ascending order, so that sums over them do not depend on threads.
    public long[] sortedPatterns() {
        long[] sorted = new long[size];
        int at = 0;
        for (long pattern : patterns) {
            if (pattern != EMPTY) {
                sorted[at++] = pattern;
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    public double count(long pattern) {
        int mask = patterns.length - 1;
        int slot = (int) ((pattern * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (patterns[slot] != pattern) {
            if (patterns[slot] == EMPTY) {
                return 0;
            }
            slot = (slot + 1) & mask;
        }
        return counts[slot];
    }
}
