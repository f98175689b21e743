package org.constancia.linkage.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ClusteringTest {
    /// Probabilities of pairs; any other pair has .001.
    private static final class Sketch {
        private final Map<Long, Double> probability = new HashMap<>();
        private final ScoredPairs pairs = new ScoredPairs();

        Sketch pair(int one, int other, double value) {
            pairs.add(one, other, value);
            probability.put((long) Math.min(one, other) << 32 | Math.max(one, other), value);
            return this;
        }

        double of(int one, int other) {
            return probability.getOrDefault((long) Math.min(one, other) << 32 | Math.max(one, other), 0.001);
        }

        int[] clusters(int size, Constraints constraints) {
            return new Clustering(size, pairs, () -> this::of, constraints)
                    .run(0.5)
                    .toArray();
        }
    }

    @Test
    void aChainOfRelativesIsNotOnePerson() {
        Sketch sketch = new Sketch().pair(0, 1, 0.99).pair(2, 3, 0.99).pair(1, 2, 0.8);
        assertThat(sketch.clusters(4, Constraints.none(4))).containsExactly(0, 0, 2, 2);
    }

    @Test
    void aMissingCandidateIsScoredAndNotTakenForADifference() {
        Sketch sketch = new Sketch().pair(0, 1, 0.95).pair(1, 2, 0.95);
        sketch.probability.put(2L, 0.6);
        Clustering clustering = new Clustering(3, sketch.pairs, () -> sketch::of, Constraints.none(3));
        assertThat(clustering.run(0.5).toArray()).containsExactly(0, 0, 0);
        assertThat(clustering.addedPairs().size()).isEqualTo(1);
    }

    @Test
    void whatAPersonDecidedHolds() {
        Sketch sketch = new Sketch().pair(0, 1, 0.99).pair(2, 3, 0.02);
        Constraints constraints = Constraints.none(4);
        constraints.different(0, 1);
        constraints.same(3, 2);
        assertThat(sketch.clusters(4, constraints)).containsExactly(0, 1, 2, 2);
    }

    @Test
    void aListWithoutDuplicatesHoldsNobodyTwice() {
        Sketch sketch = new Sketch().pair(0, 1, 0.99).pair(1, 2, 0.98).pair(0, 2, 0.97);
        assertThat(sketch.clusters(3, new Constraints(new int[] {1, 0, 1}))).containsExactly(0, 0, 2);
    }

    @Test
    void aGiantComponentIsCutAndDoesNotHang() {
        int size = 20_000;
        Sketch sketch = new Sketch();
        for (int i = 0; i + 1 < size; i++) {
            sketch.pair(i, i + 1, 0.6);
        }
        assertThat(sketch.clusters(size, Constraints.none(size))).hasSize(size);
    }

    @Property(tries = 50)
    void drawsKeepConstraintsAndCertainPairs(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Sketch sketch = new Sketch().pair(0, 1, 0.999);
        for (int i = 2; i < 10; i++) {
            sketch.pair(random.nextInt(i), i, random.nextDouble());
        }
        Constraints constraints = Constraints.none(10);
        constraints.different(2, 3);
        Clusters clusters = new Clustering(10, sketch.pairs, () -> sketch::of, constraints).run(0.5);
        PartitionSampler sampler = new PartitionSampler(clusters, sketch.pairs, constraints, seed);
        for (int draw = 0; draw < 20; draw++) {
            int[] partition = sampler.draw();
            assertThat(partition[2]).isNotEqualTo(partition[3]);
        }
    }

    @Test
    void drawsCarryTheDoubt() {
        Sketch sketch = new Sketch().pair(0, 1, 0.7);
        Clusters clusters = new Clustering(2, sketch.pairs, () -> sketch::of, Constraints.none(2)).run(0.5);
        PartitionSampler sampler = new PartitionSampler(clusters, sketch.pairs, Constraints.none(2), 1);
        int together = 0;
        for (int draw = 0; draw < 1000; draw++) {
            int[] partition = sampler.draw();
            together += partition[0] == partition[1] ? 1 : 0;
        }
        assertThat(together).isBetween(640, 760);
    }

    @Test
    void oneToOneTakesThePairThatIsBestForAll() {
        ScoredPairs pairs = new ScoredPairs();
        pairs.add(0, 2, 0.95);
        pairs.add(0, 3, 0.9);
        pairs.add(1, 2, 0.9);
        pairs.add(1, 3, 0.05);
        OneToOne.compete(pairs, new int[] {1, 1, 2, 2});
        assertThat(pairs.expectedMatches()).isLessThan(2.0);
        assertThat(pairs.probability(3)).isLessThan(0.05);
    }
}
