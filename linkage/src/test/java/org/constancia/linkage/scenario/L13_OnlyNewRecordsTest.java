package org.constancia.linkage.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.constancia.linkage.Linkage;
import org.constancia.linkage.LinkageResult;
import org.constancia.linkage.LinkageSettings;
import org.constancia.linkage.cluster.ClusterIds;
import org.constancia.linkage.record.People;
import org.constancia.linkage.review.Label;
import org.constancia.linkage.review.Labels;
import org.constancia.linkage.review.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A new list comes in later. Earlier clusters keep their names and their records, whatever the model now thinks of
/// them;
/// new records join them, and can show that two of them are one person.
class L13_OnlyNewRecordsTest {
    private static final String ONE =
            "x1,L1,CARMEN,LUCIA,MONTENEGRO,ROA,F,1970-05-12,2001-03-04,HOMICIDIO,05001,43111222";
    private static final String TWO =
            "x2,L2,CARMEN,LUCIA,MONTENEGRO,ROA,F,1970-05-12,2001-03-04,HOMICIDIO,05001,43111222";
    private static final String OTHER = "x3,L2,AURA,,PELAEZ,,F,,1999-01-01,HOMICIDIO,11001,";
    private static final String NEW =
            "n1,L3,CARMEN,LUCIA,MONTENEGRO,ROA,F,1970-05-12,2001-03-04,HOMICIDIO,05001,43111222";

    @TempDir
    Path folder;

    private LinkageResult continued(Map<String, String> earlier, Label... labels) {
        People people = Lists.people(folder, ONE, TWO, OTHER, NEW);
        return Linkage.of(people, LinkageSettings.usual()).keep(earlier).run(new Labels(java.util.List.of(labels)));
    }

    @Test
    void aNewRecordIsAbsorbedAndTheNameStays() {
        Map<String, String> earlier = Map.of("x1", "maria", "x2", "maria", "x3", "aura");
        LinkageResult result = continued(earlier);
        assertThat(Lists.together(result, "n1", "x1")).isTrue();
        ClusterIds ids = ClusterIds.of(result.clusters(), result.people()::id, earlier);
        assertThat(ids.name(Lists.number(result.people(), "n1"))).isEqualTo("maria");
        assertThat(ids.changes().absorbed()).containsExactly("maria");
        assertThat(ids.changes().kept()).isEqualTo(1);
    }

    @Test
    void anEarlierClusterStaysThoughNothingSpeaksForIt() {
        LinkageResult result = continued(Map.of("x1", "a", "x2", "b", "x3", "a"));
        assertThat(Lists.together(result, "x1", "x3")).isTrue();
    }

    @Test
    void aNewRecordMergesTwoClustersAndTheMergeIsReported() {
        Map<String, String> earlier = Map.of("x1", "first", "x2", "second", "x3", "aura");
        LinkageResult result = continued(earlier);
        assertThat(Lists.together(result, "x1", "x2")).isTrue();
        ClusterIds ids = ClusterIds.of(result.clusters(), result.people()::id, earlier);
        assertThat(ids.changes().merged()).containsKey("first");
        assertThat(ids.changes().merged().get("first")).containsExactly("first", "second");
    }

    @Test
    void aReviewerCanStillPartAnEarlierCluster() {
        People people = Lists.people(folder, ONE, TWO, OTHER, NEW);
        Label apart = new Label(Lists.number(people, "x1"), Lists.number(people, "x3"), Verdict.DIFFERENT, "ana");
        Map<String, String> earlier = new HashMap<>(Map.of("x1", "a", "x3", "a"));
        assertThat(Lists.together(continued(earlier, apart), "x1", "x3")).isFalse();
    }

    @Test
    void earlierRecordsAreNotComparedAgain() {
        Map<String, String> all = new HashMap<>();
        People people = Lists.people(folder, ONE, TWO, OTHER, NEW);
        for (int record = 0; record < people.size(); record++) {
            all.put(people.id(record), "cluster " + record);
        }
        assertThat(continued(all).candidates()).isZero();
        all.remove("n1");
        assertThat(continued(all).candidates()).isBetween(1L, (long) people.size());
    }
}
