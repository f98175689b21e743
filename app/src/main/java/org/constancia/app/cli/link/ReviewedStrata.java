package org.constancia.app.cli.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.constancia.linkage.evaluate.SampleMeasures;
import org.constancia.linkage.read.TextRows;
import org.constancia.linkage.review.Verdict;
import org.jspecify.annotations.Nullable;

/// Scored pairs in strata with what reviewers said of some of them.
final class ReviewedStrata {
    private static final double[] LIMITS = {0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99};

    private final Map<String, Verdict> verdicts;
    private final double threshold;

    /// @param verdicts on pairs, by their [#key]
    /// @param threshold pairs from here on are links
    ReviewedStrata(Map<String, Verdict> verdicts, double threshold) {
        this.verdicts = Map.copyOf(verdicts);
        this.threshold = threshold;
    }

    /// Whether most of the pairs drawn at random were reviewed; if not, the labels are of some other pairs.
    boolean areOfDrawn(Path drawn) {
        int pairs = 0;
        int reviewed = 0;
        try (TextRows rows = TextRows.open(drawn)) {
            int left = rows.column("id_l");
            int right = rows.column("id_r");
            while (rows.next()) {
                pairs++;
                reviewed += verdicts.containsKey(key(rows, left, right)) ? 1 : 0;
            }
        }
        return 2 * reviewed > pairs;
    }

    /// The strata of pairs drawn at random, each standing for others of its band.
    ///
    /// @param drawn which pairs were drawn, from which band
    /// @param pairs the scored pairs; one that is not among them is no link
    List<SampleMeasures.Stratum> ofDrawn(Path drawn, Path pairs) {
        Map<String, Double> probabilities = new HashMap<>();
        try (TextRows rows = TextRows.open(drawn)) {
            int left = rows.column("id_l");
            int right = rows.column("id_r");
            while (rows.next()) {
                probabilities.put(key(rows, left, right), 0.0);
            }
        }
        try (TextRows rows = TextRows.open(pairs)) {
            int left = rows.column("id_l");
            int right = rows.column("id_r");
            int probability = rows.column("probability");
            while (rows.next()) {
                probabilities.computeIfPresent(
                        key(rows, left, right), (pair, none) -> Double.parseDouble(rows.text(probability)));
            }
        }
        Map<Integer, Tally> strata = new TreeMap<>();
        try (TextRows rows = TextRows.open(drawn)) {
            int left = rows.column("id_l");
            int right = rows.column("id_r");
            int band = rows.column("band");
            int standsFor = rows.column("stands_for");
            while (rows.next()) {
                String pair = key(rows, left, right);
                boolean above = probabilities.getOrDefault(pair, 0.0) >= threshold;
                int stratum = 2 * Integer.parseInt(rows.text(band)) + (above ? 1 : 0);
                strata.computeIfAbsent(stratum, number -> new Tally(above))
                        .add(Double.parseDouble(rows.text(standsFor)), verdicts.get(pair));
            }
        }
        return strata.values().stream().map(Tally::stratum).toList();
    }

    /// The strata of all scored pairs, by their probability.
    List<SampleMeasures.Stratum> ofAll(Path pairs) {
        List<Tally> strata = new ArrayList<>();
        for (int stratum = 0; stratum <= 2 * LIMITS.length + 1; stratum++) {
            strata.add(new Tally(stratum % 2 == 1));
        }
        try (TextRows rows = TextRows.open(pairs)) {
            int left = rows.column("id_l");
            int right = rows.column("id_r");
            int probability = rows.column("probability");
            while (rows.next()) {
                double value = Double.parseDouble(rows.text(probability));
                int stratum = 0;
                while (stratum < LIMITS.length && value >= LIMITS[stratum]) {
                    stratum++;
                }
                strata.get(2 * stratum + (value >= threshold ? 1 : 0)).add(1, verdicts.get(key(rows, left, right)));
            }
        }
        return strata.stream()
                .filter(tally -> tally.pairs > 0)
                .map(Tally::stratum)
                .toList();
    }

    private static String key(TextRows rows, int left, int right) {
        return key(rows.text(left), rows.text(right));
    }

    /// What a pair of record ids is known by, whichever comes first: reviewers and other runs may have them
    /// the other way round.
    static String key(String one, String other) {
        return one.compareTo(other) < 0 ? one + "\n" + other : other + "\n" + one;
    }

    /// What is known of one stratum so far.
    private static final class Tally {
        private final boolean above;
        private double pairs;
        private int reviewed;
        private int same;

        Tally(boolean above) {
            this.above = above;
        }

        void add(double standsFor, @Nullable Verdict verdict) {
            pairs += standsFor;
            reviewed += verdict == Verdict.SAME || verdict == Verdict.DIFFERENT ? 1 : 0;
            same += verdict == Verdict.SAME ? 1 : 0;
        }

        SampleMeasures.Stratum stratum() {
            return new SampleMeasures.Stratum(pairs, above, reviewed, same);
        }
    }
}
