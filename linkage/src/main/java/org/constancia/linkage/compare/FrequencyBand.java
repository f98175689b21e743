package org.constancia.linkage.compare;

import java.util.function.IntToDoubleFunction;

/// How rare a value is, in six bands of a factor of four: agreement on a rare value says more.
///
/// Bands instead of one weight a value keep the outcome of a pair a small number, so that the model learns
/// the weight of each band from the data, for exact and for fuzzy agreement.
final class FrequencyBand {
    static final int BANDS = 6;

    private static final double FIRST = 4e-5;
    private static final double FACTOR = 4;

    private FrequencyBand() {}

    /// 0 for the rarest (a share below 0.00004) to 5 for a share above 0.01.
    static int of(double frequency) {
        int band = 0;
        double bound = FIRST;
        while (band < BANDS - 1 && frequency >= bound) {
            bound *= FACTOR;
            band++;
        }
        return band;
    }

    static String label(int band) {
        return switch (band) {
            case 0 -> "very rare";
            case 1 -> "rare";
            case 2 -> "uncommon";
            case 3 -> "usual";
            case 4 -> "common";
            default -> "very common";
        };
    }

    static String coarseLabel(int band) {
        return switch (band) {
            case 0 -> "rare";
            case 1 -> "usual";
            default -> "common";
        };
    }

    /// The chance, for each band, that two values taken at random are equal and of that band.
    static double[] chances(int values, IntToDoubleFunction frequency) {
        double[] chances = new double[BANDS];
        for (int value = 0; value < values; value++) {
            double share = frequency.applyAsDouble(value);
            chances[of(share)] += share * share;
        }
        return chances;
    }

    /// The band of every value.
    static byte[] bands(int values, IntToDoubleFunction frequency) {
        byte[] bands = new byte[values];
        for (int value = 0; value < values; value++) {
            bands[value] = (byte) of(frequency.applyAsDouble(value));
        }
        return bands;
    }
}
