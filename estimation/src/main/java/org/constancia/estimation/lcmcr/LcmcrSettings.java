package org.constancia.estimation.lcmcr;

/// How long and from how many starts to sample.
///
/// @param prior the prior
/// @param chains independent chains, at least 4 for a verdict
/// @param seed everything drawn follows from it
/// @param targetEffectiveSize sampling ends when bulk and tail effective sizes of log n0 reach it
/// @param mostSweeps Gibbs sweeps per chain, warm-up apart, after which sampling ends anyway
public record LcmcrSettings(LatentClassPrior prior, int chains, long seed, double targetEffectiveSize, int mostSweeps) {
    /// Customary prior, four chains, effective size 1,000, at most 120,000 sweeps a chain.
    public static LcmcrSettings customary(long seed) {
        return new LcmcrSettings(LatentClassPrior.CUSTOMARY, 4, seed, 1000, 120_000);
    }

    public LcmcrSettings {
        if (chains < 2) throw new IllegalArgumentException("chains: " + chains);
        if (mostSweeps < 1000) throw new IllegalArgumentException("sweeps: " + mostSweeps);
    }

    public LcmcrSettings withPrior(LatentClassPrior other) {
        return new LcmcrSettings(other, chains, seed, targetEffectiveSize, mostSweeps);
    }

    public LcmcrSettings withSeed(long other) {
        return new LcmcrSettings(prior, chains, other, targetEffectiveSize, mostSweeps);
    }

    public LcmcrSettings withEffort(double effectiveSize, int sweeps) {
        return new LcmcrSettings(prior, chains, seed, effectiveSize, sweeps);
    }
}
