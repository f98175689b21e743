package org.constancia.estimation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.constancia.estimation.lcmcr.LcmcrSettings;
import org.constancia.estimation.verdict.Method;

/// What shall be run on a table.
///
/// @param methods which methods
/// @param lcmcr settings of the latent-class sampler; its seed is the seed of everything
/// @param delta prior count of each cell in the graph models; `2^-J` when empty
public record EstimationSettings(Set<Method> methods, LcmcrSettings lcmcr, OptionalDouble delta) {
    public EstimationSettings {
        if (methods.isEmpty()) throw new IllegalArgumentException("no method");
        // In the order of the enum, so that settings print alike in every run.
        methods = Collections.unmodifiableSet(EnumSet.copyOf(methods));
    }

    /// Every method with its customary settings.
    public static EstimationSettings customary(long seed) {
        return new EstimationSettings(
                EnumSet.allOf(Method.class), LcmcrSettings.customary(seed), OptionalDouble.empty());
    }

    public EstimationSettings withMethods(Set<Method> other) {
        return new EstimationSettings(other, lcmcr, delta);
    }

    public EstimationSettings withLcmcr(LcmcrSettings other) {
        return new EstimationSettings(methods, other, delta);
    }

    public EstimationSettings withDelta(OptionalDouble other) {
        return new EstimationSettings(methods, lcmcr, other);
    }

    public long seed() {
        return lcmcr.seed();
    }
}
