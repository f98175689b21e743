package org.constancia.bench.text;

/// Forward and backward sums over a chain of two states.
final class LineChain {
    private LineChain() {}

    /// For every line the probability of state 1, of it and its predecessor both being in state 1, and of a change.
    static double[][] marginals(double[] scores, double stay, double change) {
        int count = scores.length;
        double[][] step = {{0, change}, {change, stay}};
        double[][] forward = new double[count][2];
        double[][] backward = new double[count][2];
        for (int i = 0; i < count; i++) {
            for (int to = 0; to < 2; to++) {
                double own = to == 1 ? scores[i] : 0;
                forward[i][to] =
                        own + (i == 0 ? 0 : sum(forward[i - 1][0] + step[0][to], forward[i - 1][1] + step[1][to]));
            }
        }
        for (int i = count - 2; i >= 0; i--) {
            for (int from = 0; from < 2; from++)
                backward[i][from] =
                        sum(step[from][0] + backward[i + 1][0], step[from][1] + scores[i + 1] + backward[i + 1][1]);
        }
        double all = sum(forward[count - 1][0], forward[count - 1][1]);
        double[][] marginals = new double[count][3];
        for (int i = 0; i < count; i++) {
            marginals[i][0] = Math.exp(forward[i][1] + backward[i][1] - all);
            if (i == 0) continue;
            marginals[i][1] = Math.exp(forward[i - 1][1] + stay + scores[i] + backward[i][1] - all);
            marginals[i][2] = Math.exp(forward[i - 1][0] + change + scores[i] + backward[i][1] - all)
                    + Math.exp(forward[i - 1][1] + change + backward[i][0] - all);
        }
        return marginals;
    }

    private static double sum(double one, double other) {
        double greater = Math.max(one, other);
        return greater + Math.log1p(Math.exp(Math.min(one, other) - greater));
    }
}
