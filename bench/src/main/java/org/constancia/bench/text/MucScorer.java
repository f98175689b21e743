package org.constancia.bench.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The template metric of Du, Rush and Cardie, "Template Filling with Generative Transformers" (NAACL 2021): per
/// document the assignment of predicted to gold templates with the highest F1; counts are added over documents.
final class MucScorer {
    /// Numerators and denominators of precision and recall.
    static final class Counts {
        int pn;
        int pd;
        int rn;
        int rd;

        void add(Counts other) {
            pn += other.pn;
            pd += other.pd;
            rn += other.rn;
            rd += other.rd;
        }

        double precision() {
            return pn == 0 ? 0 : (double) pn / pd;
        }

        double recall() {
            return rn == 0 ? 0 : (double) rn / rd;
        }

        double f1() {
            double sum = precision() + recall();
            return sum == 0 ? 0 : 2 * precision() * recall() / sum;
        }

        @Override
        public String toString() {
            return "P %.3f  R %.3f  F1 %.3f".formatted(precision(), recall(), f1());
        }
    }

    private final Map<String, Counts> totals = new LinkedHashMap<>();
    private final Counts relevance = new Counts();

    MucScorer() {
        totals.put("type", new Counts());
        for (String slot : MucTemplate.SLOTS) totals.put(slot, new Counts());
    }

    void add(List<MucTemplate> predicted, List<MucTemplate> gold) {
        List<MucTemplate> wanted = new ArrayList<>(new LinkedHashSet<>(gold));
        Map<String, Counts> best = best(predicted, wanted);
        best.forEach((role, counts) ->
                totals.computeIfAbsent(role, _ -> new Counts()).add(counts));
        relevance.pd += predicted.isEmpty() ? 0 : 1;
        relevance.rd += gold.isEmpty() ? 0 : 1;
        boolean both = !predicted.isEmpty() && !gold.isEmpty();
        relevance.pn += both ? 1 : 0;
        relevance.rn += both ? 1 : 0;
    }

    Map<String, Counts> totals() {
        return totals;
    }

    Counts relevance() {
        return relevance;
    }

    /// Over all six roles, or over the five string slots.
    Counts micro(boolean stringsOnly) {
        Counts sum = new Counts();
        totals.forEach((role, counts) -> {
            if (!stringsOnly || !role.equals("type")) sum.add(counts);
        });
        return sum;
    }

    private static Map<String, Counts> best(List<MucTemplate> predicted, List<MucTemplate> gold) {
        int[] best = new Assignments(predicted, gold).best();
        return count(predicted, gold, best);
    }

    private static Map<String, Counts> count(List<MucTemplate> predicted, List<MucTemplate> gold, int[] assignment) {
        Map<String, Counts> counts = new LinkedHashMap<>();
        boolean[] matched = new boolean[gold.size()];
        for (int i = 0; i < predicted.size(); i++) {
            MucTemplate prediction = predicted.get(i);
            MucTemplate target = assignment[i] < gold.size() ? gold.get(assignment[i]) : null;
            boolean pair = target != null && target.type().contains(prediction.type());
            if (pair) matched[assignment[i]] = true;
            countPredicted(counts, prediction, pair ? target : null);
        }
        for (int i = 0; i < gold.size(); i++) if (!matched[i]) countMissing(counts, gold.get(i));
        return counts;
    }

    private static void countPredicted(
            Map<String, Counts> counts, MucTemplate prediction, @Nullable MucTemplate target) {
        Counts type = of(counts, "type");
        type.pd++;
        if (target != null) {
            type.pn++;
            type.rn++;
            type.rd++;
        }
        for (String slot : MucTemplate.SLOTS) {
            Counts slotCounts = of(counts, slot);
            List<List<String>> wanted = target == null ? List.of() : target.entities(slot);
            slotCounts.pd += prediction.entities(slot).size();
            slotCounts.rd += wanted.size();
            for (List<String> entity : prediction.entities(slot))
                if (wanted.stream().anyMatch(other -> same(entity, other))) slotCounts.pn++;
            for (List<String> entity : wanted)
                if (prediction.entities(slot).stream().anyMatch(other -> same(other, entity))) slotCounts.rn++;
        }
    }

    private static void countMissing(Map<String, Counts> counts, MucTemplate gold) {
        of(counts, "type").rd++;
        for (String slot : MucTemplate.SLOTS)
            of(counts, slot).rd += gold.entities(slot).size();
    }

    /// What a matched pair adds to the numerators of precision and recall.
    static int[] hits(MucTemplate prediction, MucTemplate target) {
        Map<String, Counts> counts = new LinkedHashMap<>();
        countPredicted(counts, prediction, target);
        Counts sum = new Counts();
        counts.values().forEach(sum::add);
        return new int[] {sum.pn, sum.rn};
    }

    /// What the templates add to a denominator, matched or not.
    static int size(List<MucTemplate> templates) {
        int size = 0;
        for (MucTemplate template : templates) {
            size++;
            for (String slot : MucTemplate.SLOTS)
                size += template.entities(slot).size();
        }
        return size;
    }

    private static Counts of(Map<String, Counts> counts, String role) {
        return counts.computeIfAbsent(role, _ -> new Counts());
    }

    private static boolean same(List<String> predicted, List<String> gold) {
        List<String> mentions = gold.stream().map(MucScorer::normalise).toList();
        return predicted.stream().map(MucScorer::normalise).allMatch(mentions::contains);
    }

    static String normalise(String mention) {
        String bare = mention.toLowerCase(Locale.ROOT).replaceAll("\\p{Punct}", "");
        return bare.replaceAll("\\b(a|an|the)\\b", " ").replaceAll("\\s+", " ").strip();
    }
}
