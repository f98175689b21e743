package org.constancia.linkage.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.constancia.linkage.LinkageResult;
import org.constancia.linkage.LinkageSettings;
import org.constancia.linkage.block.RuleSummary;
import org.constancia.linkage.compare.Level;
import org.constancia.linkage.model.LearnedModel;
import org.constancia.linkage.model.MixtureModel;
import org.constancia.linkage.model.PairKind;
import org.constancia.linkage.model.PatternCode;

/// `model.json`: everything that is needed to score the same pairs again, with the hashes of the inputs and
/// the seed.
///
/// Version 1. The probability of a pair is the share of the match kinds in the sum, over all kinds, of the
/// kind's share in the pair's context (0 records of two lists, 1 of one list) times, for each field the kind
/// has a reason for, its probability of the level, and for each other field the chance of the level.
public final class ModelFile {
    /// The version of the format.
    public static final int VERSION = 1;

    private ModelFile() {}

    /// The document, ready for [JsonText].
    ///
    /// @param inputs the SHA-256 of every input file, by file name
    public static Map<String, Object> document(
            LinkageResult result, LinkageSettings settings, Map<String, String> inputs) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", "constancia-linkage-model");
        document.put("version", VERSION);
        document.put("inputs", inputs);
        document.put("seed", settings.seed());
        document.put("records", result.people().size());
        document.put("candidate_pairs", result.candidates());
        document.put("expected_matches", result.pairs().expectedMatches());
        document.put("threshold", result.clusters().threshold());
        document.put("one_to_one", settings.oneToOne());
        document.put("unique_lists", settings.uniqueLists().stream().sorted().toList());
        document.put("documents_exclude", settings.documentsExclude());
        document.put("rules", rules(result.rules()));
        document.put("estimated_blocking_recall", result.recall().estimate());
        document.put("columns", columns(result));
        document.put("kinds", kinds(result.model()));
        document.put("fields", fields(result.model()));
        result.trained().learned().ifPresent(learned -> document.put("learned", learned(learned.parameters())));
        return document;
    }

    private static Map<String, Object> learned(LearnedModel.Parameters parameters) {
        Map<String, Object> learned = new LinkedHashMap<>();
        learned.put("intercept", parameters.intercept());
        learned.put("slope", parameters.slope());
        learned.put("trees", parameters.trees());
        learned.put("trust", parameters.trust());
        return learned;
    }

    /// A blocking plan, ready for [JsonText].
    public static List<Object> rules(List<RuleSummary> plan) {
        List<Object> rules = new ArrayList<>();
        plan.forEach(rule -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("rule", rule.rule());
            entry.put("pairs", rule.pairs());
            entry.put("new_pairs", rule.newPairs());
            entry.put("biggest_block", rule.biggestBlock());
            entry.put("refined_blocks", rule.refinedBlocks());
            entry.put("use", rule.use().name().toLowerCase(java.util.Locale.ROOT));
            rules.add(entry);
        });
        return rules;
    }

    private static Map<String, Object> columns(LinkageResult result) {
        Map<String, Object> columns = new LinkedHashMap<>();
        result.people()
                .raw()
                .columns()
                .forEach(column ->
                        columns.put(column.values().name(), column.role().name().toLowerCase(java.util.Locale.ROOT)));
        return columns;
    }

    private static List<Object> kinds(MixtureModel model) {
        List<Object> kinds = new ArrayList<>();
        for (int k = 0; k < model.kinds().size(); k++) {
            PairKind kind = model.kinds().get(k);
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", kind.name());
            entry.put("match", kind.match());
            entry.put(
                    "agree_for_a_reason",
                    kind.reasons().stream().map(Enum::name).sorted().toList());
            double[] shares = new double[MixtureModel.contexts()];
            for (int context = 0; context < shares.length; context++) {
                shares[context] = model.share(k, context);
            }
            entry.put("share_by_context", Arrays.stream(shares).boxed().toList());
            kinds.add(entry);
        }
        return kinds;
    }

    private static List<Object> fields(MixtureModel model) {
        PatternCode code = model.code();
        List<Object> fields = new ArrayList<>();
        for (int f = 0; f < code.fields(); f++) {
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("name", code.comparisons().get(f).name());
            field.put("trait", code.comparisons().get(f).trait().name());
            List<Object> levels = new ArrayList<>();
            for (int l = 0; l < code.levels(f).size(); l++) {
                Level level = code.levels(f).get(l);
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("label", level.label());
                entry.put("group", level.group());
                entry.put("chance", model.chance(f, l));
                double[] probability = new double[model.kinds().size()];
                for (int k = 0; k < probability.length; k++) {
                    probability[k] = model.probability(k, f, l);
                }
                entry.put("by_kind", Arrays.stream(probability).boxed().toList());
                levels.add(entry);
            }
            field.put("levels", levels);
            fields.add(field);
        }
        return fields;
    }
}
