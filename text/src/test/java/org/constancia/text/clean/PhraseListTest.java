package org.constancia.text.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.constancia.core.failure.ConstanciaException;
import org.junit.jupiter.api.Test;

class PhraseListTest {
    private final PhraseList phrases = PhraseList.standard();

    @Test
    void everyPhraseOfTheListIsFound() throws Exception {
        Path list = Path.of(Objects.requireNonNull(PhraseList.class.getResource("phrases.txt"))
                .toURI());
        for (String line : Files.readAllLines(list)) {
            if (line.isBlank() || line.startsWith("#") || line.startsWith("[")) continue;
            String phrase = line.strip().split("\\s+", 2)[1].replace("#", "12");
            assertThat(phrases.findRule(phrase)).as(line).isPresent();
        }
    }

    @Test
    void theLongestPhraseWins() throws IOException {
        PhraseList list = PhraseList.read(
                new StringReader("[share boilerplate]\nlabel share\n[read-also boilerplate]\nlabel share of votes\n"));
        assertThat(list.findRule("Share of votes: 12 %").orElseThrow().name()).isEqualTo("read-also");
    }

    @Test
    void addingAPhraseIsOneLine() throws IOException {
        PhraseList list = PhraseList.read(new StringReader("[read-also boilerplate lists]\nlabel no deje de ver\n"));
        assertThat(list.findRule("¡NO DEJE DE VER!: Otra nota")).isPresent();
        assertThat(list.findRule("No deje de ver a su familia, le dijo.")).isEmpty();
    }

    @Test
    void aLineOutsideTheFormatIsNamed() {
        assertThatThrownBy(() -> PhraseList.read(new StringReader("[share boilerplate]\nsometimes share\n")))
                .isInstanceOf(ConstanciaException.class)
                .hasMessageContaining("sometimes share");
    }
}
