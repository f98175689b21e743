package org.constancia.estimation.lcmcr;

import java.util.Arrays;
import java.util.List;
import org.constancia.estimation.diagnostic.ChainDiagnostics;
import org.constancia.estimation.diagnostic.ModeSearch;

/// What the chains drew, after their warm-up.
public final class LcmcrPosterior {
    private final double observed;
    private final LcmcrSettings settings;
    private final double[][] unseen;
    private final double[][] occupied;
    private final long sweepsPerChain;
    private final double cpuSeconds;
    private final double secondsPerSweep;
    private final List<PredictiveCheck> predictiveChecks;
    private final ChainDiagnostics diagnostics;

    LcmcrPosterior(
            double observed,
            LcmcrSettings settings,
            double[][] unseen,
            double[][] occupied,
            long sweepsPerChain,
            double cpuSeconds,
            double secondsPerSweep,
            List<PredictiveCheck> predictiveChecks) {
        this.observed = observed;
        this.settings = settings;
        this.unseen = unseen;
        this.occupied = occupied;
        this.sweepsPerChain = sweepsPerChain;
        this.cpuSeconds = cpuSeconds;
        this.secondsPerSweep = secondsPerSweep;
        this.predictiveChecks = List.copyOf(predictiveChecks);
        this.diagnostics = new ChainDiagnostics(unseen);
    }

    public double observed() {
        return observed;
    }

    public LcmcrSettings settings() {
        return settings;
    }

    /// Gibbs sweeps of each chain since its warm-up.
    public long sweepsPerChain() {
        return sweepsPerChain;
    }

    /// Where the data lie among tables drawn from the model; empty with more than eight lists.
    public List<PredictiveCheck> predictiveChecks() {
        return predictiveChecks;
    }

    /// Processor time of all chains together.
    public double cpuSeconds() {
        return cpuSeconds;
    }

    /// Processor time of one Gibbs sweep; the larger part of [#cpuSeconds] goes into the Hamiltonian steps.
    public double secondsPerSweep() {
        return secondsPerSweep;
    }

    /// Draws of the unseen count, by chain, in their order.
    public double[][] unseenByChain() {
        return Arrays.stream(unseen).map(double[]::clone).toArray(double[][]::new);
    }

    /// Draws of the total, all chains one after the other.
    public double[] totals() {
        return Arrays.stream(unseen)
                .flatMapToDouble(Arrays::stream)
                .map(draw -> observed + draw)
                .toArray();
    }

    /// Convergence and precision; shifts by the observed count change none of it.
    public ChainDiagnostics diagnostics() {
        return diagnostics;
    }

    public double mean() {
        return observed + diagnostics.mean();
    }

    public double quantile(double p) {
        return observed + diagnostics.quantile(p);
    }

    /// The share of draws with an unseen count above nine tenths of the cap.
    public double capMass() {
        double limit = .9 * settings.prior().cap(observed);
        return Arrays.stream(unseen)
                .flatMapToDouble(Arrays::stream)
                .map(draw -> draw > limit ? 1 : 0)
                .average()
                .orElseThrow();
    }

    /// The average number of classes that hold anybody.
    public double meanOccupiedClasses() {
        return Arrays.stream(occupied).flatMapToDouble(Arrays::stream).average().orElseThrow();
    }

    /// The average number of occupied classes of each chain.
    public double[] meanOccupiedClassesByChain() {
        return Arrays.stream(occupied)
                .mapToDouble(chain -> Arrays.stream(chain).average().orElseThrow())
                .toArray();
    }

    /// The share of draws in which every class holds somebody, so that more classes might matter.
    public double shareWithAllClassesOccupied() {
        return Arrays.stream(occupied)
                .flatMapToDouble(Arrays::stream)
                .map(count -> count >= settings.prior().classes() ? 1 : 0)
                .average()
                .orElseThrow();
    }

    /// The median total of each chain.
    public double[] chainMedians() {
        return Arrays.stream(unseen)
                .mapToDouble(chain -> {
                    double[] sorted = chain.clone();
                    Arrays.sort(sorted);
                    return observed + sorted[sorted.length / 2];
                })
                .toArray();
    }

    /// Separate modes of the logarithm of the unseen count, as totals.
    public List<ModeSearch.Mode> modes() {
        double[] logs = Arrays.stream(unseen)
                .flatMapToDouble(Arrays::stream)
                .map(draw -> Math.log(draw + .5))
                .toArray();
        return ModeSearch.of(logs).stream()
                .map(mode -> new ModeSearch.Mode(observed + Math.exp(mode.location()) - .5, mode.share()))
                .toList();
    }
}
