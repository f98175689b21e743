package org.constancia.estimation.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.constancia.estimation.EstimationSettings;
import org.constancia.estimation.PublishedTables;
import org.constancia.estimation.progress.Progress;
import org.constancia.estimation.verdict.Method;
import org.junit.jupiter.api.Test;

class SensitivityAnalysisTest {
    @Test
    void everyListIsDroppedOnceAndEveryPairMergedOnce() {
        EstimationSettings settings =
                EstimationSettings.customary(1).withMethods(EnumSet.of(Method.GRAPHS, Method.LOGLINEAR));
        List<Variation> variations;
        try (ExecutorService executor = Executors.newFixedThreadPool(1)) {
            variations = SensitivityAnalysis.of(PublishedTables.diabetes(), settings, executor, Progress.SILENT);
        }
        assertThat(variations).filteredOn(one -> one.kind().equals("drop_list")).hasSize(4);
        assertThat(variations)
                .filteredOn(one -> one.kind().equals("merge_lists"))
                .hasSize(6);
        assertThat(variations)
                .filteredOn(one -> one.kind().equals("first_lists"))
                .hasSize(1);
        assertThat(variations).filteredOn(one -> one.kind().equals("delta")).hasSize(5);
        assertThat(variations).filteredOn(one -> one.kind().equals("xi")).hasSize(5);
    }
}
