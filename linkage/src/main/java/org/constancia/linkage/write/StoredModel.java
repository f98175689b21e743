package org.constancia.linkage.write;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.linkage.compare.Trait;
import org.constancia.linkage.model.LearnedModel;
import org.constancia.linkage.model.MixtureModel;
import org.constancia.linkage.model.PairKind;
import org.constancia.linkage.model.PatternCode;
import org.constancia.linkage.model.TrainedModel;
import org.jspecify.annotations.Nullable;

/// The model of a `model.json` that [ModelFile] wrote, for a table with the same fields. Scoring with it is
/// scoring with the model of that run: nothing is fitted again. What a value's rarity is comes from the table
/// that is scored.
public final class StoredModel {
    private final Map<?, ?> document;

    private StoredModel(Map<?, ?> document) {
        this.document = document;
    }

    /// @param document a parsed `model.json`: maps, lists, texts, numbers, booleans
    /// @throws ConstanciaException when it is no model, or one of another version
    public static StoredModel of(Object document) {
        if (!(document instanceof Map<?, ?> map) || !"constancia-linkage-model".equals(map.get("format"))) {
            throw new ConstanciaException(
                    Problem.BAD_INPUT, "The file is no linkage model (model.json of a run of link)");
        }
        if (!(map.get("version") instanceof Number version) || version.intValue() != ModelFile.VERSION) {
            throw new ConstanciaException(
                            Problem.BAD_INPUT, "The model was written by another version; link once without --model")
                    .with("version", String.valueOf(map.get("version")))
                    .with("needed", ModelFile.VERSION);
        }
        return new StoredModel(map);
    }

    /// The threshold of the run.
    public double threshold() {
        return number(document.get("threshold"));
    }

    /// The model, if the table's comparisons are those it was fitted for.
    ///
    /// @throws ConstanciaException naming the fields when they are not
    public TrainedModel model(PatternCode code) {
        List<?> fields = list(document.get("fields"));
        requireSame(code, fields);
        List<PairKind> kinds = new ArrayList<>();
        double[][] share = new double[list(document.get("kinds")).size()][];
        for (Object entry : list(document.get("kinds"))) {
            Map<?, ?> kind = map(entry);
            Set<Trait> reasons = EnumSet.noneOf(Trait.class);
            list(kind.get("agree_for_a_reason")).forEach(trait -> reasons.add(Trait.valueOf(trait.toString())));
            share[kinds.size()] = numbers(kind.get("share_by_context"));
            kinds.add(new PairKind(String.valueOf(kind.get("name")), Boolean.TRUE.equals(kind.get("match")), reasons));
        }
        double[][] chance = new double[code.fields()][];
        double[][][] probability = new double[kinds.size()][code.fields()][];
        for (int f = 0; f < chance.length; f++) {
            List<?> levels = list(map(fields.get(f)).get("levels"));
            chance[f] = new double[levels.size()];
            for (int k = 0; k < kinds.size(); k++) {
                probability[k][f] = new double[levels.size()];
            }
            for (int level = 0; level < levels.size(); level++) {
                Map<?, ?> stored = map(levels.get(level));
                chance[f][level] = number(stored.get("chance"));
                double[] byKind = numbers(stored.get("by_kind"));
                for (int k = 0; k < kinds.size(); k++) {
                    probability[k][f][level] = byKind[k];
                }
            }
        }
        MixtureModel mixture = new MixtureModel(code, kinds, chance, probability, share);
        return new TrainedModel(mixture, learned(mixture));
    }

    private Optional<LearnedModel> learned(MixtureModel mixture) {
        if (!(document.get("learned") instanceof Map<?, ?> stored)) {
            return Optional.empty();
        }
        List<List<List<Double>>> trees = new ArrayList<>();
        for (Object tree : list(stored.get("trees"))) {
            List<List<Double>> nodes = new ArrayList<>();
            for (Object node : list(tree)) {
                nodes.add(doubles(node));
            }
            trees.add(nodes);
        }
        return Optional.of(LearnedModel.of(
                mixture,
                new LearnedModel.Parameters(
                        number(stored.get("intercept")),
                        number(stored.get("slope")),
                        trees,
                        doubles(stored.get("trust")))));
    }

    private static void requireSame(PatternCode code, List<?> fields) {
        List<String> here = new ArrayList<>();
        List<String> there = new ArrayList<>();
        boolean same = code.fields() == fields.size();
        for (int f = 0; f < code.fields(); f++) {
            here.add(code.comparisons().get(f).name());
            same &= f < fields.size()
                    && list(map(fields.get(f)).get("levels")).size()
                            == code.levels(f).size();
        }
        fields.forEach(field -> there.add(String.valueOf(map(field).get("name"))));
        if (!same || !here.equals(there)) {
            throw new ConstanciaException(
                            Problem.BAD_INPUT, "The model was fitted for other columns than these files have")
                    .with("columns", here)
                    .with("model", there);
        }
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : broken();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : broken();
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : StoredModel.<Double>broken();
    }

    private static List<Double> doubles(@Nullable Object value) {
        return list(value).stream().map(StoredModel::number).toList();
    }

    private static double[] numbers(@Nullable Object value) {
        return doubles(value).stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static <T> T broken() {
        throw new ConstanciaException(Problem.BAD_INPUT, "The model is incomplete or damaged");
    }
}
