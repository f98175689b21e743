package org.constancia.text.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredIndexTest {
    private static final String STORY =
            "Tres pescadores murieron el lunes cuando hombres armados dispararon contra su lancha en la bocana del río,"
                    + " dijo el alcalde. Otros dos siguen desaparecidos y las familias piden una comisión de búsqueda.";

    @TempDir
    Path folder;

    private static KnownText text(String words) {
        return KnownText.understood(words.length(), 7, LocalDate.of(2021, 5, 3), words);
    }

    private StoredIndex open() throws IOException {
        return StoredIndex.open(folder);
    }

    private void add(StoredIndex index, String name, String words) {
        FamilyFinder<String> finder = new FamilyFinder<>(
                key -> key.equals(name) ? words : index.find(key).orElseThrow().text());
        index.restore(finder);
        index.add(name, text(words), finder.add(name, null));
    }

    private List<FamilyFinder.Pair<String>> pairs(StoredIndex index) {
        FamilyFinder<String> finder = new FamilyFinder<>(key -> "");
        index.restore(finder);
        return finder.listPairs();
    }

    @Test
    void aLaterRunKnowsTextsAndPairsAndComparesNewOnesWithThem() throws IOException {
        try (StoredIndex index = open()) {
            add(index, "a", STORY);
            add(index, "b", STORY.replace("Tres", "Cuatro"));
            index.save();
        }
        try (StoredIndex index = open()) {
            assertThat(index.listNames()).containsExactly("a", "b");
            assertThat(index.find("a", STORY.length(), 7)).contains(text(STORY));
            assertThat(index.find("a", STORY.length(), 8)).isEmpty();
            add(index, "c", STORY + " La Fiscalía abrió una investigación.");
            index.save();
        }
        try (StoredIndex index = open()) {
            assertThat(pairs(index))
                    .extracting(pair -> pair.one() + pair.other())
                    .containsExactly("ab", "ac", "bc");
        }
    }

    @Test
    void whatIsForgottenTakesItsPairsWithIt() throws IOException {
        try (StoredIndex index = open()) {
            add(index, "a", STORY);
            add(index, "b", STORY);
            index.save();
            index.forget("a");
            index.save();
        }
        try (StoredIndex index = open()) {
            assertThat(index.listNames()).containsExactly("b");
            assertThat(pairs(index)).isEmpty();
        }
    }

    @Test
    void manyRunsLeaveFewFilesAndTheSameIndex() throws IOException {
        for (int i = 0; i < 120; i++) {
            try (StoredIndex index = open()) {
                add(index, "%03d".formatted(i), i < 2 ? STORY : "Otra cosa número " + i);
                if (i == 60) index.forget("030");
                index.save();
            }
        }
        try (StoredIndex index = open();
                Stream<Path> files = Files.list(folder)) {
            assertThat(index.listNames()).hasSize(119).doesNotContain("030");
            assertThat(pairs(index)).hasSize(1);
            assertThat(files).hasSizeLessThanOrEqualTo(52);
        }
    }

    @Test
    void aFileLeftHalfWrittenDoesNotCount() throws IOException {
        try (StoredIndex index = open()) {
            add(index, "a", STORY);
            index.save();
        }
        byte[] whole = Files.readAllBytes(folder.resolve("segment-00000001"));
        Files.write(folder.resolve("segment-00000002.partial"), java.util.Arrays.copyOf(whole, whole.length / 2));
        try (StoredIndex index = open()) {
            assertThat(index.listNames()).containsExactly("a");
            add(index, "b", STORY);
            index.save();
        }
        try (StoredIndex index = open()) {
            assertThat(index.listNames()).containsExactly("a", "b");
        }
    }

    @Test
    void everyDamagedByteIsTold() throws IOException {
        try (StoredIndex index = open()) {
            add(index, "a", "Nadie vio nada.");
            index.save();
        }
        Path file = folder.resolve("segment-00000001");
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x20;
            Files.write(file, damaged);
            assertThatThrownBy(this::open)
                    .isInstanceOf(ConstanciaException.class)
                    .hasMessageContaining(i < 12 && i > 3 ? "another version" : "damaged");
        }
        Files.write(file, new byte[3]);
        assertThatThrownBy(this::open).hasMessageContaining("damaged");
    }

    @Test
    void twoAtOnceAreRefused() throws IOException {
        try (StoredIndex _ = open()) {
            assertThatThrownBy(this::open).hasMessageContaining("Another process");
        }
    }
}
