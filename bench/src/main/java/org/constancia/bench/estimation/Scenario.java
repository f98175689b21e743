package org.constancia.bench.estimation;

import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.constancia.estimation.capture.CaptureTable;

/// A population of hidden classes from which tables are drawn.
///
/// @param name what it stands for
/// @param population `N`
/// @param sizes class probabilities
/// @param captures for each class the probability of being on each list
record Scenario(String name, int population, double[] sizes, double[][] captures) {
    /// Four populations of 2,000 on five lists; the second is scenario 1 of Manrique-Vallier (2016).
    static List<Scenario> all() {
        return List.of(
                new Scenario(
                        "independent, homogeneous", 2000, new double[] {1}, new double[][] {{.15, .15, .15, .15, .15}}),
                new Scenario("two classes, low capture", 2000, new double[] {.9, .1}, new double[][] {
                    {.033, .033, .099, .132, .033}, {.66, .825, .759, .99, .693}
                }),
                new Scenario("two classes, high capture", 2000, new double[] {.75, .25}, new double[][] {
                    {.2, .15, .15, .2, .15}, {.6, .5, .7, .4, .5}
                }),
                new Scenario("negative dependence", 2000, new double[] {.5, .5}, new double[][] {
                    {.8, .8, .1, .1, .5}, {.1, .1, .8, .8, .5}
                }));
    }

    /// One table.
    CaptureTable draw(RandomGenerator random) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (int i = 0; i < population; i++) {
            double u = random.nextDouble();
            int k = 0;
            while (k < sizes.length - 1 && u >= sizes[k]) u -= sizes[k++];
            int pattern = 0;
            for (int j = 0; j < captures[k].length; j++) if (random.nextDouble() < captures[k][j]) pattern |= 1 << j;
            if (pattern != 0) counts.merge(pattern, 1L, Long::sum);
        }
        return CaptureTable.of(List.of("A", "B", "C", "D", "E").subList(0, captures[0].length), counts);
    }
}
