package org.constancia.linkage.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClusterIdsTest {
    private static final List<String> IDS = List.of("r1", "r2", "r3", "r4", "r5");

    private static ClusterIds ids(int[] cluster, Map<String, String> earlier) {
        return ClusterIds.of(new Clusters(cluster, new float[cluster.length], 0.5), IDS::get, earlier);
    }

    @Test
    void aNewClusterIsCalledAfterItsSmallestRecord() {
        ClusterIds ids = ids(new int[] {0, 1, 1, 0, 4}, Map.of());
        assertThat(List.of(ids.name(0), ids.name(1), ids.name(2), ids.name(3), ids.name(4)))
                .containsExactly("r1", "r2", "r2", "r1", "r5");
        assertThat(ids.count()).isEqualTo(3);
    }

    @Test
    void aClusterKeepsItsNameWhenItAbsorbsARecord() {
        ClusterIds ids = ids(new int[] {0, 0, 0, 3, 4}, Map.of("r2", "old", "r3", "old"));
        assertThat(ids.name(0)).isEqualTo("old");
        assertThat(ids.changes().absorbed()).containsExactly("old");
        assertThat(ids.changes().created()).containsExactly("r4", "r5");
    }

    @Test
    void mergedClustersTakeTheNameOfTheLarger() {
        ClusterIds ids = ids(new int[] {0, 0, 0, 3, 3}, Map.of("r1", "a", "r2", "b", "r3", "b", "r4", "c", "r5", "c"));
        assertThat(ids.name(0)).isEqualTo("b");
        assertThat(ids.changes().merged()).isEqualTo(Map.of("b", Set.of("a", "b")));
        assertThat(ids.changes().kept()).isEqualTo(1);
    }

    @Test
    void theLargerPartOfASplitClusterKeepsTheName() {
        ClusterIds ids = ids(new int[] {0, 1, 1, 3, 4}, Map.of("r1", "a", "r2", "a", "r3", "a"));
        assertThat(ids.name(1)).isEqualTo("a");
        assertThat(ids.name(0)).isNotEqualTo("a");
        assertThat(ids.changes().split()).containsKey("a");
    }

    @Test
    void aNameThatWasGivenNeverMeansAnotherPerson() {
        ClusterIds ids = ids(new int[] {0, 1, 2, 3, 4}, Map.of("r2", "r1", "r3", "x"));
        assertThat(ids.name(1)).isEqualTo("r1");
        assertThat(ids.name(0)).isEqualTo("r1~2");
    }
}
