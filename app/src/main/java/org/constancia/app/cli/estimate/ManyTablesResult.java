package org.constancia.app.cli.estimate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.constancia.estimation.Estimate;
import org.constancia.estimation.EstimationSettings;
import org.constancia.estimation.capture.CaptureSheet;
import org.constancia.estimation.capture.TableKey;
import org.constancia.estimation.replicates.CombinationRule;
import org.constancia.estimation.replicates.CombinedEstimate;
import org.constancia.estimation.replicates.Replicate;
import org.constancia.estimation.strata.ManyTables;
import org.constancia.estimation.strata.PartialPooling;
import org.constancia.estimation.strata.StratifiedTotal;
import org.constancia.estimation.strata.TableOutcome;
import org.constancia.estimation.verdict.Figures;
import org.constancia.estimation.verdict.Method;
import org.constancia.estimation.verdict.Reason;
import org.jspecify.annotations.Nullable;

/// What came out of a file with strata or replicates: each stratum, their total, and the combination over replicates.
final class ManyTablesResult {
    private static final int RECOGNISABLE = 5;

    private final CaptureSheet sheet;
    private final Map<TableKey, TableOutcome> outcomes;
    private final EstimationSettings settings;
    private final CombinationRule rule;
    private final boolean pooling;
    private final @Nullable Estimate unstratified;

    ManyTablesResult(
            CaptureSheet sheet,
            Map<TableKey, TableOutcome> outcomes,
            EstimationSettings settings,
            CombinationRule rule,
            boolean pooling,
            @Nullable Estimate unstratified) {
        this.sheet = sheet;
        this.outcomes = outcomes;
        this.settings = settings;
        this.rule = rule;
        this.pooling = pooling;
        this.unstratified = unstratified;
    }

    /// Outcomes of the first replicate, by stratum.
    List<TableOutcome> first() {
        return ManyTables.ofReplicate(outcomes, sheet.replicates().get(0));
    }

    List<String> strata() {
        return List.copyOf(sheet.strata());
    }

    int replicates() {
        return sheet.replicates().size();
    }

    EstimationSettings settings() {
        return settings;
    }

    /// The total over strata of the first replicate.
    StratifiedTotal total() {
        return StratifiedTotal.of(first());
    }

    /// What the figures of the strata come from: the sampler where it is run, otherwise the next method that gives
    /// draws.
    Set<Method> headlineMethods() {
        Method headline = settings.methods().iterator().next();
        return EnumSet.of(headline);
    }

    /// The hash of all tables together.
    String sha256() {
        StringBuilder all = new StringBuilder();
        sheet.tables()
                .forEach((key, table) ->
                        all.append(key).append('\n').append(table.sha256()).append('\n'));
        return Hashes.sha256(all.toString());
    }

    private boolean hasReplicates() {
        return replicates() > 1;
    }

    /// The combination for one stratum over its estimable replicates, when there are at least two.
    @Nullable
    CombinedEstimate combined(String stratum) {
        List<Replicate> replicates = new ArrayList<>();
        outcomes.forEach((key, outcome) -> {
            if (key.stratum().equals(stratum) && outcome.isEstimable() && outcome.hasDraws()) {
                replicates.add(new Replicate(outcome.observed(), outcome.unseenDraws()));
            }
        });
        return replicates.size() < 2 ? null : CombinedEstimate.of(replicates, rule);
    }

    /// The combination of the totals over strata.
    private @Nullable CombinedEstimate combinedTotal() {
        List<Replicate> replicates = new ArrayList<>();
        for (String replicate : sheet.replicates()) {
            List<TableOutcome> strata = ManyTables.ofReplicate(outcomes, replicate);
            double[] sums = StratifiedTotal.sumsOfUnseen(strata);
            if (sums.length < 2) continue;
            replicates.add(new Replicate(
                    strata.stream().mapToLong(TableOutcome::observed).sum(), sums));
        }
        return replicates.size() < 2 ? null : CombinedEstimate.of(replicates, rule);
    }

    /// As nested maps for JSON.
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("schema", EstimateDocument.SCHEMA);
        map.put("version", Version.current());
        map.put("seed", settings.seed());
        map.put("lists", sheet.lists());
        map.put(
                "tables",
                outcomes.values().stream().map(ManyTablesResult::outcome).toList());
        map.put("total", total(StratifiedTotal.of(first())));
        if (unstratified != null) {
            map.put("unstratified", new EstimateDocument(unstratified, false).toMap());
        }
        if (hasReplicates()) {
            map.put("combination_rule", rule.name().toLowerCase(Locale.ROOT));
            Map<String, Object> byStratum = new LinkedHashMap<>();
            for (String stratum : sheet.strata()) byStratum.put(stratum, combination(combined(stratum)));
            map.put("combined", byStratum);
            map.put("combined_total", combination(combinedTotal()));
        }
        if (pooling) map.put("partial_pooling", pooling());
        return map;
    }

    private Map<String, Object> pooling() {
        List<TableOutcome> estimable = first().stream()
                .filter(TableOutcome::isEstimable)
                .filter(TableOutcome::hasDraws)
                .toList();
        Map<String, Object> map = new LinkedHashMap<>();
        if (estimable.size() < 3) return map;
        PartialPooling pooled = PartialPooling.of(estimable);
        map.put("between_sd", pooled.betweenStandardDeviation());
        Map<String, Object> byStratum = new LinkedHashMap<>();
        for (int i = 0; i < estimable.size(); i++) {
            byStratum.put(estimable.get(i).key().stratum(), estimable.get(i).observed() + pooled.unseen(i));
        }
        map.put("N", byStratum);
        return map;
    }

    private static Map<String, Object> outcome(TableOutcome outcome) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("stratum", outcome.key().stratum());
        map.put("replicate", outcome.key().replicate());
        map.put("n", outcome.observed());
        map.put("verdict", outcome.verdict().code());
        map.put(
                "reasons",
                outcome.reasons().stream().map(EstimateDocument::reason).toList());
        Figures figures = outcome.figures();
        map.put("N", figures == null ? null : EstimateDocument.figures(figures));
        return map;
    }

    private static Map<String, Object> total(StratifiedTotal total) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("n", total.observed());
        if (total.hasEstimate()) {
            map.put("mean", total.mean());
            map.put("median", total.median());
            map.put("q025", total.lower());
            map.put("q975", total.upper());
            map.put("mcse_median", total.errorOfMedian());
            map.put("mcse_q025", total.errorOfLower());
            map.put("mcse_q975", total.errorOfUpper());
        }
        map.put("strata", total.strata());
        map.put("not_estimable", total.notEstimable());
        map.put("without_draws", total.withoutDraws());
        map.put("share_of_records_not_estimable", total.shareNotEstimable());
        return map;
    }

    private static @Nullable Map<String, Object> combination(@Nullable CombinedEstimate combined) {
        if (combined == null) return null;
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("replicates", combined.replicates());
        map.put("n", combined.observed());
        map.put("mean", combined.mean());
        map.put("q025", combined.lower());
        map.put("q975", combined.upper());
        map.put("pooled_median", combined.pooledMedian());
        map.put("pooled_q025", combined.pooledLower());
        map.put("pooled_q975", combined.pooledUpper());
        map.put("df", EstimateDocument.number(combined.degreesOfFreedom()));
        map.put("share_of_variance_between_replicates", combined.shareBetween());
        map.put("rules_disagree", combined.rulesDisagree());
        map.put("few_replicates", combined.replicates() < 10);
        return map;
    }

    /// As text for a terminal.
    String text(Locale locale) {
        Messages messages = Messages.in(locale);
        StringBuilder out = new StringBuilder();
        for (TableOutcome outcome : first()) {
            Figures figures = outcome.figures();
            out.append("%-28s %10s  %s%n"
                    .formatted(
                            name(outcome, messages),
                            observed(outcome, locale),
                            messages.text("verdict." + outcome.verdict().code())
                                    + (figures == null ? "" : ": " + interval(figures, locale))));
            outcome.reasons().stream()
                    .filter(Reason::isRefusal)
                    .forEach(reason ->
                            out.append("    x ").append(reason.sentence(locale)).append('\n'));
        }
        out.append('\n').append(messages.text("total.title")).append('\n');
        for (String line : totalLines(messages)) out.append("  ").append(line).append('\n');
        List<String> combination = hasReplicates() ? combinationLines(messages) : List.of();
        for (int i = 0; i < combination.size(); i++) {
            out.append(i == 0 ? "\n" : "  ").append(combination.get(i)).append('\n');
        }
        if (pooling)
            out.append('\n')
                    .append(messages.text("pooling.title"))
                    .append(": ")
                    .append(pooling())
                    .append('\n');
        return out.toString();
    }

    /// What there is to say of the total, a sentence a line.
    List<String> totalLines(Messages messages) {
        Locale locale = messages.locale();
        StratifiedTotal total = total();
        List<String> lines = new ArrayList<>();
        lines.add(messages.text("total.observed", whole(total.observed(), locale)));
        if (total.hasEstimate()) {
            lines.add(messages.text(
                    "total.interval",
                    whole(Figures.printed(total.lower(), total.errorOfLower()), locale),
                    whole(Figures.printed(total.upper(), total.errorOfUpper()), locale)));
        }
        if (!total.withoutDraws().isEmpty()) {
            lines.add(messages.text("total.without-draws", String.join(", ", total.withoutDraws())));
        }
        if (!total.notEstimable().isEmpty()) {
            lines.add(messages.text(
                    "total.excluded",
                    total.notEstimable().size(),
                    total.strata(),
                    percent(total.shareNotEstimable(), locale),
                    String.join(", ", total.notEstimable())));
        }
        if (unstratified != null) {
            Figures figures = unstratified.findFigures().orElse(null);
            String figure = messages.text("verdict." + unstratified.verdict().code())
                    + (figures == null ? "" : ": " + interval(figures, locale));
            lines.add(messages.text("total.unstratified", figure));
        }
        return lines;
    }

    /// What there is to say of the combination of replicates, a sentence a line, beginning with a title; empty when
    /// there is none.
    List<String> combinationLines(Messages messages) {
        Locale locale = messages.locale();
        CombinedEstimate combined = combinedTotal();
        if (combined == null) return List.of();
        List<String> lines = new ArrayList<>();
        lines.add(messages.text(
                "replicates.title", combined.replicates(), rule.name().toLowerCase(Locale.ROOT)));
        lines.add(messages.text(
                "replicates.interval",
                whole(combined.lower(), locale),
                whole(combined.upper(), locale),
                whole(combined.mean(), locale)));
        lines.add(messages.text(
                "replicates.pooled", whole(combined.pooledLower(), locale), whole(combined.pooledUpper(), locale)));
        lines.add(messages.text("replicates.share", percent(combined.shareBetween(), locale)));
        if (combined.replicates() < 10) {
            lines.add(
                    Reason.of(Reason.Code.FEW_REPLICATES, combined.replicates()).sentence(locale));
        }
        if (combined.rulesDisagree()) {
            Reason reason = Reason.of(
                    Reason.Code.RULES_DISAGREE,
                    Math.round(combined.lower()),
                    Math.round(combined.upper()),
                    Math.round(combined.pooledLower()),
                    Math.round(combined.pooledUpper()));
            lines.add(reason.sentence(locale));
        }
        return lines;
    }

    /// The name of a stratum; a file without strata has one, which has none.
    String name(TableOutcome outcome, Messages messages) {
        String stratum = outcome.key().stratum();
        return stratum.isEmpty() ? messages.text("strata.all") : stratum;
    }

    /// How many are documented in a stratum; where they are so few that they could be recognised, only that.
    String observed(TableOutcome outcome, Locale locale) {
        return outcome.observed() > 0 && outcome.observed() < RECOGNISABLE
                ? "< " + RECOGNISABLE
                : whole(outcome.observed(), locale);
    }

    /// An interval without digits beyond the Monte Carlo error.
    String interval(Figures figures, Locale locale) {
        return whole(Figures.printed(figures.lower(), figures.errorOfLower()), locale) + " - "
                + whole(Figures.printed(figures.upper(), figures.errorOfUpper()), locale);
    }

    String whole(double value, Locale locale) {
        return String.format(locale, "%,d", Math.round(value));
    }

    private static String percent(double share, Locale locale) {
        return String.format(locale, "%.0f %%", 100 * share);
    }
}
