package org.constancia.estimation.lcmcr;

/// One point of the parameter space: class sizes, capture probabilities and the concentration.
///
/// Sticks are held as logarithms of `V` and of `1 - V` apart, and capture probabilities with their complements, since
/// neither can be recovered from the other when it is tiny. `1 - V` below 1e-100 is ordinary here.
final class LatentClassState {
    final int classes;
    final int lists;
    /// `log V_k`; the last is 0.
    final double[] logStick;
    /// `log (1 - V_k)` for all but the last class.
    final double[] logRest;
    /// `log pi_k`.
    final double[] logSize;
    /// `pi_k`.
    final double[] size;
    /// `lambda_jk` at `k * lists + j`.
    final double[] capture;
    /// `1 - lambda_jk` at `k * lists + j`.
    final double[] miss;
    double concentration;

    LatentClassState(int classes, int lists) {
        this.classes = classes;
        this.lists = lists;
        logStick = new double[classes];
        logRest = new double[classes];
        logSize = new double[classes];
        size = new double[classes];
        capture = new double[classes * lists];
        miss = new double[classes * lists];
        concentration = 1;
    }

    /// Recomputes class sizes from the sticks.
    void breakSticks() {
        double rest = 0;
        for (int k = 0; k < classes; k++) {
            logSize[k] = logStick[k] + rest;
            size[k] = Math.exp(logSize[k]);
            rest += logRest[k];
        }
    }

    /// The probability that a person of class `k` is on no list.
    double missedByAll(int k) {
        double product = 1;
        for (int j = 0; j < lists; j++) product *= miss[k * lists + j];
        return product;
    }

    void copyFrom(LatentClassState other) {
        System.arraycopy(other.logStick, 0, logStick, 0, classes);
        System.arraycopy(other.logRest, 0, logRest, 0, classes);
        System.arraycopy(other.logSize, 0, logSize, 0, classes);
        System.arraycopy(other.size, 0, size, 0, classes);
        System.arraycopy(other.capture, 0, capture, 0, capture.length);
        System.arraycopy(other.miss, 0, miss, 0, miss.length);
        concentration = other.concentration;
    }

    /// Swaps the capture probabilities of two classes.
    void swapCaptures(int one, int other) {
        for (int j = 0; j < lists; j++) {
            int a = one * lists + j;
            int b = other * lists + j;
            double kept = capture[a];
            capture[a] = capture[b];
            capture[b] = kept;
            kept = miss[a];
            miss[a] = miss[b];
            miss[b] = kept;
        }
    }
}
