package org.constancia.estimation.verdict;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one method says of one table.
///
/// @param method the method
/// @param settings everything needed to run it again, besides the table and the seed
/// @param reasons what forbids or qualifies the figures
/// @param figures the figures, whatever the verdict; null when the method could not be run. Show them only when
///     [#verdict] allows it
/// @param diagnostics named numbers: `rhat`, `ess`, `cap_mass` and the like
/// @param sweeps sweeps of the sampler over all chains; 0 for methods that do not simulate
/// @param cpuSeconds processor time
public record MethodResult(
        Method method,
        Map<String, Object> settings,
        List<Reason> reasons,
        @Nullable Figures figures,
        Map<String, Object> diagnostics,
        long sweeps,
        double cpuSeconds) {
    public MethodResult {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        reasons = List.copyOf(reasons);
        diagnostics = Collections.unmodifiableMap(new LinkedHashMap<>(diagnostics));
    }

    public Verdict verdict() {
        return figures == null ? Verdict.NOT_IDENTIFIED : Verdict.of(reasons);
    }
}
