package org.constancia.linkage.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All verdicts on pairs, with what several reviewers of one pair come to.
///
/// Reviewers work blind; a pair on which they disagree counts as unsure until somebody decides again.
public final class Labels {
    /// How far reviewers agree on the pairs that more than one of them judged.
    ///
    /// @param pairs pairs with at least two clear verdicts
    /// @param agreed pairs on which all clear verdicts are the same
    /// @param kappa Cohen's kappa (1960) of the first two verdicts of each pair: agreement beyond chance; NaN
    ///     when it is not defined
    /// @param disputed the pairs on which they differ, as record numbers
    public record Agreement(int pairs, int agreed, double kappa, List<Label> disputed) {}

    private final Map<Long, List<Label>> byPair = new TreeMap<>();

    public Labels(List<Label> labels) {
        for (Label label : labels) {
            long key = (long) Math.min(label.left(), label.right()) << 32 | Math.max(label.left(), label.right());
            byPair.computeIfAbsent(key, pair -> new ArrayList<>()).add(label);
        }
    }

    public static Labels none() {
        return new Labels(List.of());
    }

    public boolean isEmpty() {
        return byPair.isEmpty();
    }

    /// One verdict a pair, in the order of the records.
    public List<Label> decided() {
        List<Label> decided = new ArrayList<>();
        byPair.forEach((pair, labels) -> decided.add(new Label(
                (int) (pair >>> 32),
                (int) (long) pair,
                verdict(labels),
                labels.getFirst().reviewer())));
        return decided;
    }

    private static Verdict verdict(List<Label> labels) {
        boolean same = labels.stream().anyMatch(label -> label.verdict() == Verdict.SAME);
        boolean different = labels.stream().anyMatch(label -> label.verdict() == Verdict.DIFFERENT);
        return same == different ? Verdict.UNSURE : same ? Verdict.SAME : Verdict.DIFFERENT;
    }

    /// How far reviewers agree.
    public Agreement agreement() {
        int pairs = 0;
        int agreed = 0;
        int firstSame = 0;
        int secondSame = 0;
        int bothAgree = 0;
        List<Label> disputed = new ArrayList<>();
        for (List<Label> labels : byPair.values()) {
            List<Label> clear = labels.stream()
                    .filter(label -> label.verdict() != Verdict.UNSURE)
                    .toList();
            if (clear.size() < 2) {
                continue;
            }
            pairs++;
            boolean first = clear.get(0).verdict() == Verdict.SAME;
            boolean second = clear.get(1).verdict() == Verdict.SAME;
            firstSame += first ? 1 : 0;
            secondSame += second ? 1 : 0;
            bothAgree += first == second ? 1 : 0;
            if (clear.stream().map(Label::verdict).distinct().count() == 1) {
                agreed++;
            } else {
                disputed.add(clear.getFirst());
            }
        }
        double observed = bothAgree / (double) pairs;
        double one = firstSame / (double) pairs;
        double other = secondSame / (double) pairs;
        double chance = one * other + (1 - one) * (1 - other);
        return new Agreement(
                pairs, agreed, pairs == 0 || chance == 1 ? Double.NaN : (observed - chance) / (1 - chance), disputed);
    }
}
