package org.constancia.linkage.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.constancia.linkage.LinkageResult;
import org.constancia.linkage.record.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Neither the order of the rows nor the number of threads changes who is one person.
class L10_OrderAndThreadsTest {
    @TempDir
    Path folder;

    private LinkageResult shuffled(long seed) {
        List<String> lines = new ArrayList<>(Lists.others());
        Collections.shuffle(lines, new Random(seed));
        lines.addFirst(Lists.HEADER);
        return Lists.link(Lists.read(
                Lists.write(folder, "list" + seed + ".csv", String.join("\n", lines), StandardCharsets.UTF_8)));
    }

    @Test
    void theOrderOfTheRowsDoesNotCount() {
        assertThat(Lists.groups(shuffled(1))).isEqualTo(Lists.groups(shuffled(2)));
    }

    @Test
    void threadsDoNotChangeTheResult() throws ExecutionException, InterruptedException {
        People people = Lists.people(folder);
        try (ForkJoinPool one = new ForkJoinPool(1);
                ForkJoinPool four = new ForkJoinPool(4)) {
            LinkageResult alone = one.submit(() -> Lists.link(people)).get();
            LinkageResult together = four.submit(() -> Lists.link(people)).get();
            assertThat(together.clusters().toArray()).isEqualTo(alone.clusters().toArray());
            assertThat(together.pairs().expectedMatches())
                    .isEqualTo(alone.pairs().expectedMatches());
        }
    }
}
