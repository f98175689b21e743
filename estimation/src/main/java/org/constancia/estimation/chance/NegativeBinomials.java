package org.constancia.estimation.chance;

import java.util.random.RandomGenerator;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/// Negative binomial variates that do not exceed a cap.
///
/// `P(k)` is proportional to `C(n + k - 1, k) rho^k` for `k` from 0 to the cap. Drawn as a Poisson count with a gamma
/// mean; when that keeps exceeding the cap, by inverting `P(K <= k) = I(1 - rho; n, k + 1)` on the scaled
/// uniform, which
/// never hangs however close `rho` is to one.
public final class NegativeBinomials {
    private static final int TRIES = 20;

    private NegativeBinomials() {}

    /// A variate as a whole number in a double.
    ///
    /// @param successes `n`, at least 1
    /// @param rho from 0 up to but not including 1
    /// @param complement `1 - rho`, given apart since it may be too small to be found by subtraction
    /// @param cap the largest value allowed
    public static double draw(double successes, double rho, double complement, double cap, RandomGenerator random) {
        for (int i = 0; i < TRIES; i++) {
            double drawn = Poissons.draw(Gammas.draw(successes, random) * (rho / complement), random);
            if (drawn <= cap) return drawn;
        }
        double atCap = RegularizedBeta.value(complement, successes, cap + 1);
        if (!(atCap > 1e-280)) return nearCap(successes, rho, cap, random);
        double target = random.nextDouble() * atCap;
        double low = -1;
        double high = cap;
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            if (RegularizedBeta.value(complement, successes, middle + 1) >= target) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /// When practically all mass is beyond the cap, what is left falls off geometrically below the cap.
    private static double nearCap(double successes, double rho, double cap, RandomGenerator random) {
        double ratio = Math.min(cap / ((successes + cap - 1) * rho), 1 - 1e-12);
        return Math.max(0, cap - Math.floor(-random.nextExponential() / Math.log(ratio)));
    }
}
