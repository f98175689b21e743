package org.constancia.estimation.diagnostic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds separate modes of a sample: peaks of a smoothed histogram with a real valley between them.
public final class ModeSearch {
    private static final int CELLS = 400;
    private static final double VALLEY = .5;
    private static final double SMALLEST_SHARE = .03;

    private ModeSearch() {}

    /// One mode.
    ///
    /// @param location where the density peaks
    /// @param share the share of the sample up to the valleys on either side
    public record Mode(double location, double share) {}

    /// The modes of a sample from left to right; at least one.
    ///
    /// A valley separates two modes when the density there is below half of the lower peak and both sides hold at
    /// least
    /// 3 % of the sample.
    public static List<Mode> of(double[] sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        if (!(high > low)) return List.of(new Mode(low, 1));
        double[] density = smooth(histogram(sorted, low, high), bandwidth(sorted) * CELLS / (high - low));
        List<int[]> segments = split(density, 0, CELLS - 1);
        List<Mode> modes = new ArrayList<>();
        double width = (high - low) / CELLS;
        for (int[] segment : segments) {
            int peak = peak(density, segment[0], segment[1]);
            modes.add(new Mode(low + (peak + .5) * width, share(density, segment[0], segment[1])));
        }
        return List.copyOf(modes);
    }

    private static List<int[]> split(double[] density, int from, int to) {
        int bestCut = -1;
        double bestDepth = VALLEY;
        for (int cut = from + 1; cut < to; cut++) {
            double left = density[peak(density, from, cut)];
            double right = density[peak(density, cut, to)];
            double depth = density[cut] / Math.min(left, right);
            boolean substantial =
                    share(density, from, cut) >= SMALLEST_SHARE && share(density, cut, to) >= SMALLEST_SHARE;
            if (depth < bestDepth && substantial) {
                bestDepth = depth;
                bestCut = cut;
            }
        }
        if (bestCut < 0) return List.of(new int[] {from, to});
        List<int[]> parts = new ArrayList<>(split(density, from, bestCut));
        parts.addAll(split(density, bestCut, to));
        return parts;
    }

    private static int peak(double[] density, int from, int to) {
        int best = from;
        for (int i = from; i <= to; i++) if (density[i] > density[best]) best = i;
        return best;
    }

    private static double share(double[] density, int from, int to) {
        double part = 0;
        for (int i = from; i <= to; i++) part += density[i];
        return part / Arrays.stream(density).sum();
    }

    private static double[] histogram(double[] sorted, double low, double high) {
        double[] counts = new double[CELLS];
        for (double value : sorted) {
            counts[(int) Math.min(CELLS - 1, (value - low) / (high - low) * CELLS)]++;
        }
        return counts;
    }

    /// Silverman's rule on the smaller of the standard deviation and the scaled quartile range.
    private static double bandwidth(double[] sorted) {
        double quartiles = (sorted[(int) (.75 * sorted.length)] - sorted[(int) (.25 * sorted.length)]) / 1.34;
        double spread = Math.sqrt(EffectiveSampleSize.variance(sorted));
        double scale = quartiles > 0 ? Math.min(quartiles, spread) : spread;
        return .9 * scale * Math.pow(Math.min(sorted.length, 1000), -.2);
    }

    private static double[] smooth(double[] counts, double bandwidthInCells) {
        double h = Math.max(1, bandwidthInCells);
        double[] density = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            for (int j = 0; j < CELLS; j++) {
                double z = (i - j) / h;
                if (Math.abs(z) < 6) density[i] += counts[j] * Math.exp(-z * z / 2);
            }
        }
        return density;
    }
}
