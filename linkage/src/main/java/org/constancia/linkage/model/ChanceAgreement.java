package org.constancia.linkage.model;

import java.util.List;
import java.util.random.RandomGenerator;
import org.constancia.linkage.compare.Comparison;
import org.constancia.linkage.compare.Level;

/// How often two records taken at random come out at each level of each comparison: the *u* probabilities,
/// normalised within each group of levels.
///
/// Agreement on a rare value is far too rare for a sample; where a comparison knows the chance from the
/// frequencies it is taken, and the sample shares out the rest.
public final class ChanceAgreement {
    private final double[][] chance;

    private ChanceAgreement(double[][] chance) {
        this.chance = chance;
    }

    /// Samples `draws` pairs.
    ///
    /// @param records all records, in an order that does not depend on how they were read
    public static ChanceAgreement sample(
            List<Comparison> comparisons, int[] records, int draws, RandomGenerator random) {
        int size = records.length;
        double[][] counts = new double[comparisons.size()][];
        for (int f = 0; f < counts.length; f++) {
            counts[f] = new double[comparisons.get(f).levels().size()];
        }
        for (int draw = 0; draw < draws && size > 1; draw++) {
            int left = random.nextInt(size);
            int right = random.nextInt(size - 1);
            right = right >= left ? right + 1 : right;
            for (int f = 0; f < counts.length; f++) {
                counts[f][comparisons.get(f).level(records[left], records[right])]++;
            }
        }
        for (int f = 0; f < counts.length; f++) {
            counts[f] = normalised(comparisons.get(f), counts[f]);
        }
        return new ChanceAgreement(counts);
    }

    private static double[] normalised(Comparison comparison, double[] counts) {
        List<Level> levels = comparison.levels();
        double[] chance = new double[counts.length];
        int groups = levels.stream().mapToInt(Level::group).max().orElse(0);
        chance[0] = 1;
        for (int group = 1; group <= groups; group++) {
            double known = 0;
            double sampled = 0;
            for (int level = 1; level < counts.length; level++) {
                if (levels.get(level).group() == group) {
                    double exact = comparison.chance(level);
                    if (Double.isNaN(exact)) {
                        sampled += counts[level] + 0.3;
                    } else {
                        known += Math.max(exact, 1e-9);
                    }
                }
            }
            for (int level = 1; level < counts.length; level++) {
                if (levels.get(level).group() == group) {
                    double exact = comparison.chance(level);
                    chance[level] = Double.isNaN(exact)
                            ? (counts[level] + 0.3) / sampled * Math.max(1e-9, 1 - known)
                            : Math.max(exact, 1e-9);
                }
            }
        }
        return chance;
    }

    /// The probability of a level among random pairs of its group.
    public double of(int field, int level) {
        return chance[field][level];
    }
}
