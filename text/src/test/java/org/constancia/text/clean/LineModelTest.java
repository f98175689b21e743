package org.constancia.text.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LineModelTest {
    private static final String STORY =
            "La maestra fue hallada sin vida la madrugada del jueves en el camino que une la vereda con el pueblo.";

    private final PlainTextCleaner cleaner = new PlainTextCleaner();

    @Test
    void aLineThatSpeaksToTheReaderIsThePagesAndAShortSentenceIsTheStorys() {
        assertThat(body(
                        "Hallan sin vida a la maestra",
                        STORY,
                        "Prenda\u00A0las alertas en su celular",
                        STORY + " Nadie vio nada.",
                        "Nadie ha reclamado el crimen.",
                        STORY + " Eso dijeron dos vecinas."))
                .containsExactly(
                        STORY,
                        STORY + " Nadie vio nada.",
                        "Nadie ha reclamado el crimen.",
                        STORY + " Eso dijeron dos vecinas.");
    }

    @Test
    void titlesAmongTitlesArePartOfThePage() {
        assertThat(body(
                        "Hallan sin vida a la maestra",
                        STORY,
                        STORY + " Nadie vio nada.",
                        "Otras noticias",
                        "Un aula sin techo",
                        "El pueblo que espera su escuela",
                        "Dos puentes cerrados por la lluvia"))
                .containsExactly(STORY, STORY + " Nadie vio nada.");
    }

    @Test
    void aListOfNamesIsNoPage() {
        String[] lines = {
            "Víctimas de la masacre",
            STORY,
            "Jairo Lozada",
            "Óscar Meza",
            "Ana Roa",
            "Luis Bravo",
            "Eva Pinto",
            "Rita Solano Cuervo",
            "Pedro Nel Ospina Roa",
            "María del Carmen Tascón",
            "Un hombre sin identificar",
            "José Ramos"
        };
        assertThat(body(lines)).hasSize(lines.length - 1);
    }

    @Property(tries = 200)
    void everyLetterStaysInABlock(@ForAll List<String> lines) {
        String text = String.join("\n", lines);
        Cleaned cleaned = cleaner.clean(text);
        int letters = cleaned.blocks().stream()
                .mapToInt(block ->
                        (int) block.of(text).chars().filter(Character::isLetter).count())
                .sum();
        assertThat(letters)
                .isEqualTo((int) text.chars().filter(Character::isLetter).count());
    }

    private List<String> body(String... lines) {
        String text = String.join("\n\n", lines);
        return cleaner.clean(text).blocks().stream()
                .filter(Block::isBody)
                .map(block -> block.of(text))
                .toList();
    }
}
