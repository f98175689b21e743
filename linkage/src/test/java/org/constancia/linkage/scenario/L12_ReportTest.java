package org.constancia.linkage.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.constancia.linkage.LinkageResult;
import org.constancia.linkage.cluster.ClusterIds;
import org.constancia.linkage.model.Explanation;
import org.constancia.linkage.report.ReportPage;
import org.constancia.linkage.review.Labels;
import org.constancia.linkage.write.OutputFolder;
import org.constancia.linkage.write.ResultFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run leaves behind: an explanation of each pair, a page without values of people, files that are
/// whole or not there.
class L12_ReportTest {
    @TempDir
    Path folder;

    @Test
    void theStepsOfAnExplanationSumToTheLogOdds() {
        LinkageResult result = Lists.link(Lists.people(
                folder,
                "x1,L1,CARMEN,LUCIA,MONTENEGRO,ROA,F,1970-05-12,2001-03-04,HOMICIDIO,05001,",
                "x2,L2,CARMEN,,MONTENEGRO,,F,,2001-03-09,HOMICIDIO,05001,"));
        int one = Lists.number(result.people(), "x1");
        int other = Lists.number(result.people(), "x2");
        var scorer = result.scorers().get();
        double probability = scorer.probability(one, other);
        Explanation explanation = result.model().explain(scorer.pattern(one, other), probability);
        double bits = explanation.start()
                + explanation.steps().stream()
                        .mapToDouble(Explanation.Step::bits)
                        .sum();
        assertThat(1 / (1 + Math.pow(2, -bits))).isCloseTo(probability, within(1e-6));
    }

    @Test
    void theReportIsInBothLanguagesAndMasksValues() {
        LinkageResult result = Lists.link(Lists.people(folder));
        String spanish = new ReportPage(result, Labels.none(), true, false).html();
        String english = new ReportPage(result, Labels.none(), false, true).html();
        assertThat(spanish)
                .contains("lang=\"es\"", "Plan de bloqueo")
                .doesNotContain("JARAMILLO", "http://www.w3.org/1999", "<script");
        assertThat(english).contains("lang=\"en\"", "Blocking plan");
    }

    @Test
    void filesAreWholeOrNotThere() throws Exception {
        LinkageResult result = Lists.link(Lists.people(folder));
        ClusterIds ids = ClusterIds.of(result.clusters(), result.people()::id, java.util.Map.of());
        Path out = folder.resolve("out");
        try (OutputFolder output = new OutputFolder(out)) {
            new ResultFiles(result, ids).writeTo(output);
        }
        assertThat(Files.list(out)).isEmpty();
        try (OutputFolder output = new OutputFolder(out)) {
            new ResultFiles(result, ids).writeTo(output);
            output.publish();
        }
        assertThat(Files.readAllLines(out.resolve("clusters.csv")))
                .hasSize(result.people().size() + 1);
        assertThat(Files.readAllLines(out.resolve("pairs.csv")).getFirst()).isEqualTo("id_l,id_r,probability");
    }
}
