package org.constancia.estimation.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.constancia.estimation.diagnostic.ChainDiagnostics;
import org.constancia.estimation.diagnostic.ModeSearch;
import org.constancia.estimation.lcmcr.LatentClassPrior;
import org.constancia.estimation.lcmcr.LcmcrPosterior;

/// Reads a latent-class posterior critically.
public final class LcmcrJudgement {
    /// R-hat above which chains have not converged.
    public static final double LARGEST_R_HAT = 1.05;

    /// Posterior mass near the cap above which the cap decides.
    public static final double LARGEST_CAP_MASS = .01;

    private static final double SUBSTANTIAL_MODE = .10;
    private static final double FEWEST_EFFECTIVE_DRAWS = 400;
    private static final double CLASS_SHIFT = 1;
    private static final double TOO_OFTEN_FULL = .5;
    private static final double MISFIT = .005;

    private LcmcrJudgement() {}

    /// The result with its reasons.
    public static MethodResult judge(LcmcrPosterior posterior, double cpuSeconds) {
        ChainDiagnostics diagnostics = posterior.diagnostics();
        Figures figures = new Figures(
                posterior.mean(),
                posterior.quantile(.5),
                posterior.quantile(.025),
                posterior.quantile(.975),
                diagnostics.errorOfMean(),
                diagnostics.errorOfQuantile(.5),
                diagnostics.errorOfQuantile(.025),
                diagnostics.errorOfQuantile(.975));
        return new MethodResult(
                Method.LCMCR,
                settings(posterior),
                reasons(posterior),
                figures,
                diagnostics(posterior),
                posterior.sweepsPerChain() * posterior.settings().chains(),
                cpuSeconds);
    }

    private static List<Reason> reasons(LcmcrPosterior posterior) {
        List<Reason> reasons = new ArrayList<>();
        ChainDiagnostics diagnostics = posterior.diagnostics();
        if (diagnostics.rHat() > LARGEST_R_HAT) {
            reasons.add(Reason.of(Reason.Code.CHAINS_DISAGREE, diagnostics.rHat()));
        }
        modes(posterior, reasons);
        double capFactor = posterior.settings().prior().capFactor();
        if (posterior.capMass() > LARGEST_CAP_MASS) {
            reasons.add(Reason.of(Reason.Code.CAP_REACHED, posterior.capMass(), capFactor));
        } else if (posterior.capMass() > 0) {
            reasons.add(Reason.of(Reason.Code.CAP_TOUCHED, posterior.capMass(), capFactor));
        }
        double size = Math.min(diagnostics.bulkEffectiveSize(), diagnostics.tailEffectiveSize());
        if (size < FEWEST_EFFECTIVE_DRAWS) reasons.add(Reason.of(Reason.Code.FEW_EFFECTIVE_DRAWS, size));
        double[] occupied = posterior.meanOccupiedClassesByChain();
        double fewest = Arrays.stream(occupied).min().orElseThrow();
        double most = Arrays.stream(occupied).max().orElseThrow();
        if (most - fewest > CLASS_SHIFT) reasons.add(Reason.of(Reason.Code.CLASSES_SHIFT, fewest, most));
        if (posterior.shareWithAllClassesOccupied() > TOO_OFTEN_FULL) {
            reasons.add(Reason.of(
                    Reason.Code.ALL_CLASSES_OCCUPIED,
                    posterior.settings().prior().classes(),
                    posterior.shareWithAllClassesOccupied()));
        }
        misfit(posterior, reasons);
        return reasons;
    }

    private static void misfit(LcmcrPosterior posterior, List<Reason> reasons) {
        long checks = posterior.predictiveChecks().size();
        long failed = posterior.predictiveChecks().stream()
                .filter(check -> check.twoSided() < MISFIT)
                .count();
        if (failed > 0) reasons.add(Reason.of(Reason.Code.POOR_FIT, failed, checks));
    }

    private static void modes(LcmcrPosterior posterior, List<Reason> reasons) {
        List<ModeSearch.Mode> modes = posterior.modes();
        if (modes.size() < 2) return;
        List<ModeSearch.Mode> substantial =
                modes.stream().filter(mode -> mode.share() >= SUBSTANTIAL_MODE).toList();
        if (substantial.size() > 1) {
            String places = substantial.stream()
                    .map(mode -> "%,d".formatted(Math.round(Figures.printed(mode.location(), mode.location() / 100))))
                    .collect(Collectors.joining(", "));
            reasons.add(Reason.of(Reason.Code.SEVERAL_MODES, substantial.size(), places));
            return;
        }
        modes.stream()
                .filter(mode -> mode.share() < SUBSTANTIAL_MODE)
                .forEach(mode -> reasons.add(Reason.of(
                        Reason.Code.SOME_MODES_RARE,
                        Math.round(Figures.printed(mode.location(), mode.location() / 100)),
                        mode.share())));
    }

    private static Map<String, Object> settings(LcmcrPosterior posterior) {
        LatentClassPrior prior = posterior.settings().prior();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("classes", prior.classes());
        settings.put("alpha_shape", prior.shape());
        settings.put("alpha_rate", prior.rate());
        settings.put("capture_prior", List.of(prior.captureFirst(), prior.captureSecond()));
        settings.put("cap_factor", prior.capFactor());
        settings.put("chains", posterior.settings().chains());
        settings.put("target_ess", posterior.settings().targetEffectiveSize());
        settings.put("most_sweeps", posterior.settings().mostSweeps());
        return settings;
    }

    private static Map<String, Object> diagnostics(LcmcrPosterior posterior) {
        ChainDiagnostics diagnostics = posterior.diagnostics();
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("rhat", diagnostics.rHat());
        named.put("ess", diagnostics.bulkEffectiveSize());
        named.put("ess_tail", diagnostics.tailEffectiveSize());
        named.put("gibbs_ms_per_1000_sweeps", 1e6 * posterior.secondsPerSweep());
        named.put("cap_mass", posterior.capMass());
        named.put("cap", posterior.settings().prior().cap(posterior.observed()));
        named.put("mean_occupied_classes", posterior.meanOccupiedClasses());
        named.put("share_all_classes_occupied", posterior.shareWithAllClassesOccupied());
        named.put("chain_medians", boxed(posterior.chainMedians()));
        named.put(
                "modes",
                posterior.modes().stream()
                        .map(mode -> Map.of("N", mode.location(), "share", mode.share()))
                        .toList());
        return named;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
