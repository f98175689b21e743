package org.constancia.bench.text;

import java.util.List;

/// All ways to send predicted templates to gold templates of a fitting type, each gold at most once, in the order the
/// metric prescribes; the first with the highest F1 is kept.
///
/// The denominators are the same for every assignment, so only the hits of the pairs are added up.
final class Assignments {
    private static final int[] NO_PAIR = {-1, -1};

    private final int[][][] hits;
    private final int golds;
    private final double predictedSize;
    private final double goldSize;
    private final int[] current;
    private int[] best;
    private double highest = -1;

    Assignments(List<MucTemplate> predicted, List<MucTemplate> gold) {
        golds = gold.size();
        hits = new int[predicted.size()][golds][];
        for (int i = 0; i < predicted.size(); i++)
            for (int j = 0; j < golds; j++)
                hits[i][j] = gold.get(j).type().contains(predicted.get(i).type())
                        ? MucScorer.hits(predicted.get(i), gold.get(j))
                        : NO_PAIR;
        predictedSize = MucScorer.size(predicted);
        goldSize = MucScorer.size(gold);
        current = new int[predicted.size()];
        best = current.clone();
        enumerate(0, 0, 0, 0);
    }

    /// For every predicted template the number of its gold template, or the number of gold templates for none.
    int[] best() {
        return best;
    }

    private void enumerate(int at, long used, int right, int found) {
        if (at == current.length) {
            double precision = right == 0 ? 0 : right / predictedSize;
            double recall = found == 0 ? 0 : found / goldSize;
            double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
            if (f1 > highest) {
                highest = f1;
                best = current.clone();
            }
            return;
        }
        for (int target = 0; target < golds; target++) {
            int[] pair = hits[at][target];
            if (pair[0] < 0 || (used & 1L << target) != 0) continue;
            current[at] = target;
            enumerate(at + 1, used | 1L << target, right + pair[0], found + pair[1]);
        }
        current[at] = golds;
        enumerate(at + 1, used, right, found);
    }
}
