package org.constancia.linkage.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.linkage.Linkage;
import org.constancia.linkage.LinkageResult;
import org.constancia.linkage.LinkageSettings;
import org.constancia.linkage.model.TrainedModel;
import org.constancia.linkage.record.People;
import org.constancia.linkage.review.Label;
import org.constancia.linkage.review.Labels;
import org.constancia.linkage.review.Verdict;
import org.constancia.linkage.write.ModelFile;
import org.constancia.linkage.write.StoredModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The model of a run can be kept and used again: the same records get the same probabilities, to the last
/// digit, also when the model had learned from reviewed pairs.
class L14_StoredModelTest {
    @TempDir
    Path folder;

    private static Map<String, Object> document(LinkageResult result) {
        return ModelFile.document(result, LinkageSettings.usual(), Map.of());
    }

    private static void requireSame(LinkageResult result, LinkageResult again) {
        assertThat(again.pairs().size()).isEqualTo(result.pairs().size());
        for (int pair = 0; pair < result.pairs().size(); pair++) {
            assertThat(again.pairs().probability(pair)).isEqualTo(result.pairs().probability(pair));
        }
    }

    @Test
    void theSameRecordsGetTheSameProbabilities() {
        People people = Lists.people(folder);
        LinkageResult result = Lists.link(people);
        StoredModel stored = StoredModel.of(document(result));
        Linkage linkage = Linkage.of(people, LinkageSettings.usual().withThreshold(stored.threshold()));
        requireSame(result, linkage.run(stored.model(linkage.code()), Labels.none()));
    }

    @Test
    void whatWasLearnedFromLabelsIsKeptToo() {
        People people = Lists.people(folder);
        List<Label> labels = new ArrayList<>();
        for (int person = 0; person < 240; person += 2) {
            int one = Lists.number(people, "p" + person + "a");
            labels.add(new Label(one, Lists.number(people, "p" + person + "b"), Verdict.SAME, ""));
            labels.add(new Label(one, Lists.number(people, "p" + (person + 1) + "a"), Verdict.DIFFERENT, ""));
        }
        Linkage linkage = Linkage.of(people, LinkageSettings.usual());
        TrainedModel trained = linkage.train(new Labels(labels));
        assertThat(trained.learned()).isPresent();
        LinkageResult result = linkage.run(trained, Labels.none());
        StoredModel stored = StoredModel.of(document(result));
        requireSame(result, linkage.run(stored.model(linkage.code()), Labels.none()));
    }

    @Test
    void aModelForOtherColumnsIsRefusedByName() {
        Map<String, Object> document = document(Lists.link(Lists.people(folder)));
        People other = Lists.read(
                Lists.write(folder, "other.csv", "id,given,surname\n1,ANA,ROA\n2,ANA,ROA\n", StandardCharsets.UTF_8));
        Linkage linkage = Linkage.of(other, LinkageSettings.usual());
        assertThatThrownBy(() -> StoredModel.of(document).model(linkage.code()))
                .isInstanceOf(ConstanciaException.class)
                .hasMessageContaining("other columns");
    }

    @Test
    void whatIsNoModelIsRefused() {
        assertThatThrownBy(() -> StoredModel.of(List.of(1))).hasMessageContaining("no linkage model");
        Map<String, Object> later = new HashMap<>(Map.of("format", "constancia-linkage-model", "version", 99));
        assertThatThrownBy(() -> StoredModel.of(later)).hasMessageContaining("another version");
        later.put("version", ModelFile.VERSION);
        Linkage linkage = Linkage.of(Lists.people(folder), LinkageSettings.usual());
        assertThatThrownBy(() -> StoredModel.of(later).model(linkage.code())).hasMessageContaining("incomplete");
    }
}
