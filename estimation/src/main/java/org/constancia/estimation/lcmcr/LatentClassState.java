package org.constancia.estimation.lcmcr;

/// One point of the parameter space: class sizes, capture probabilities and the concentration.
///
/// Sticks are held as logarithms of `V` and of `1 - V` apart, and capture probabilities with their complements, since
/// neither can be recovered from the other when it is tiny. `1 - V` below 1e-100 is ordinary here. A Gibbs sweep gives
/// the sticks of classes with somebody above them as plain numbers, which are well away from 0 there; their logarithms
/// are
/// taken only when somebody asks ([#completeLogarithms]).
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
    /// `V_k` and `1 - V_k` of the first [#plain] classes, whose logarithms are still to be taken.
    final double[] stick;
    final double[] rest;
    /// How many classes, from the first, have plain sticks only; -1 when all logarithms are there.
    int plain = -1;
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
        stick = new double[classes];
        rest = new double[classes];
        concentration = 1;
    }

    /// Takes the logarithms that are still missing.
    void completeLogarithms() {
        if (plain < 0) return;
        for (int k = 0; k < plain; k++) {
            logStick[k] = Math.log(stick[k]);
            logRest[k] = Math.log(rest[k]);
        }
        plain = -1;
        double left = 0;
        for (int k = 0; k < classes; k++) {
            logSize[k] = logStick[k] + left;
            left += logRest[k];
        }
    }

    /// Recomputes class sizes from the logarithms of all sticks.
    void breakSticks() {
        plain = -1;
        double left = 0;
        for (int k = 0; k < classes; k++) {
            logSize[k] = logStick[k] + left;
            size[k] = Math.exp(logSize[k]);
            left += logRest[k];
        }
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
