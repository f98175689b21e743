package org.constancia.estimation.graphs;

import org.apache.commons.numbers.gamma.LogGamma;
import org.constancia.estimation.capture.CaptureTable;

/// The log marginal likelihoods of all marginal tables under hyper-Dirichlet priors, as functions of the unseen
/// count.
///
/// For a set `A` of lists, with `delta_A = delta 2^(J-|A|)` and `T = delta 2^J`, D. Madigan and J. York ("Bayesian
/// methods
/// for estimation of the size of a closed population", Biometrika 84, 1997) give
/// `L(A; n0) = sum over cells c of [lgamma(n_A(c) + delta_A) - lgamma(delta_A)] + lgamma(T) - lgamma(N + T)`,
/// `N = n + n0`, where the all-zero cell holds `n0` besides those seen by other lists only. The weight of graph
/// `G` is
/// `exp(sum over cliques of L - sum over separators of L + g) p(G)` with
/// `g(n0) = lgamma(N+1) - lgamma(n0+1) - sum lgamma(n_c + 1) - log N`; the last term is the prior `1/N`.
///
/// Here `g` is added to every `L`, the empty set's too. Since separators are one fewer than cliques it is then
/// counted
/// exactly once, and each score changes slowly with `n0`.
final class MarginalScores {
    private final double observed;
    private final double total;
    private final double cellConstant;
    private final double[] zeroCell;
    private final double[] constant;

    MarginalScores(CaptureTable table, double delta) {
        int lists = table.listCount();
        int sets = 1 << lists;
        long[] cells = table.cells();
        observed = table.observed();
        total = delta * sets;
        zeroCell = new double[sets];
        constant = new double[sets];
        double factorials = 0;
        for (long count : cells) factorials += LogGamma.value(count + 1.0);
        cellConstant = -factorials;
        for (int set = 1; set < sets; set++) {
            double own = delta * (sets >> Integer.bitCount(set));
            double base = LogGamma.value(own);
            double sum = LogGamma.value(total) - base;
            long[] margin = new long[sets];
            for (int cell = 1; cell < sets; cell++) margin[cell & set] += cells[cell];
            for (int cell = 1; cell < sets; cell++) {
                if (margin[cell] > 0 && cell != 0) sum += LogGamma.value(margin[cell] + own) - base;
            }
            constant[set] = sum;
            zeroCell[set] = margin[0] + own;
        }
    }

    /// The number of sets, `2^J`.
    int setCount() {
        return constant.length;
    }

    /// `L(A; n0) + g(n0)` for every set, written into `scores`; any `n0 >= 0`, whole or not.
    void fill(double unseen, double[] scores) {
        double size = observed + unseen;
        scores[0] = LogGammaDifference.of(size + 1, unseen + 1) + cellConstant - Math.log(size);
        double normaliser = LogGammaDifference.of(size + 1, size + total) + cellConstant - Math.log(size);
        for (int set = 1; set < constant.length; set++) {
            scores[set] = constant[set] + normaliser + LogGammaDifference.of(zeroCell[set] + unseen, unseen + 1);
        }
    }

    /// The factor by which the exponential of one score grows from `n0` to `n0 + 1`.
    double ratio(int set, double unseen) {
        double size = observed + unseen;
        double shared = size / (unseen + 1);
        return set == 0 ? shared : shared * (zeroCell[set] + unseen) / (size + total);
    }

    /// The largest distance of any ratio from 1, on the log scale.
    double largestStep(double unseen) {
        double largest = 0;
        for (int set = 0; set < constant.length; set++) {
            largest = Math.max(largest, Math.abs(Math.log(ratio(set, unseen))));
        }
        return largest;
    }
}
