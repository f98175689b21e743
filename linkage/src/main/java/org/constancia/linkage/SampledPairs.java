package org.constancia.linkage;

import java.util.Arrays;
import java.util.List;
import org.constancia.linkage.model.PatternCounts;

/// Candidate pairs of a sample with what comparing them told, so that they are compared once: the model is
/// trained on their patterns, and tells afterwards what the rules that found them yield.
///
/// @param portions the pairs, in portions whose order does not depend on threads
/// @param weight how many pairs one stands for
record SampledPairs(List<Portion> portions, double weight) {
    SampledPairs {
        portions = List.copyOf(portions);
    }

    /// How often each pattern occurs among all candidate pairs.
    PatternCounts counts() {
        PatternCounts counts = new PatternCounts();
        for (Portion portion : portions) {
            for (int pair = 0; pair < portion.size; pair++) {
                counts.add(portion.pattern[pair], weight);
            }
        }
        return counts;
    }

    /// The pairs of some records, in parallel arrays that grow.
    static final class Portion {
        private long[] pattern = new long[64];
        private int[] left = new int[64];
        private int[] right = new int[64];
        private char[] rule = new char[64];
        private int size;

        void add(int one, int other, int number, long levels) {
            if (size == pattern.length) {
                pattern = Arrays.copyOf(pattern, 2 * size);
                left = Arrays.copyOf(left, 2 * size);
                right = Arrays.copyOf(right, 2 * size);
                rule = Arrays.copyOf(rule, 2 * size);
            }
            pattern[size] = levels;
            left[size] = one;
            right[size] = other;
            rule[size++] = (char) number;
        }

        int size() {
            return size;
        }

        long pattern(int pair) {
            return pattern[pair];
        }

        int left(int pair) {
            return left[pair];
        }

        int right(int pair) {
            return right[pair];
        }

        /// The number of the first rule that finds a pair.
        int rule(int pair) {
            return rule[pair];
        }
    }
}
