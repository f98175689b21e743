package org.constancia.linkage.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanishNamesTest {
    @ParameterizedTest
    @CsvSource({
        "VELÁSQUEZ, BELASQUES, true",
        "GIMÉNEZ, JIMENEZ, true",
        "HERNÁNDEZ, ERNANDES, true",
        "CEBALLOS, ZEBAYOS, true",
        "GUERRA, GERRA, false",
        "QUINTERO, KINTERO, true",
        "NÚÑEZ, NUNES, true",
        "CHÁVEZ, CHABES, true",
        "PHILIPPE, FILIPE, true"
    })
    void soundAlike(String one, String other, boolean expected) {
        boolean alike = new String(SpanishSound.key(letters(one))).equals(new String(SpanishSound.key(letters(other))));
        assertThat(alike).isEqualTo(expected);
    }

    @Test
    void chIsNotSilencedWithTheH() {
        assertThat(text(SpanishSound.key(letters("CHAO")))).isNotEqualTo(text(SpanishSound.key(letters("CAO"))));
    }

    @ParameterizedTest
    @CsvSource({"PACHO, FRANCISCO", "chucho, JESUS", "Bob, ROBERT", "MARÍA, MARIA"})
    void everydayNamesHaveAFormalOne(String name, String formal) {
        assertThat(text(Nicknames.bundled().formal(letters(name)))).isEqualTo(formal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE LA CRUZ", "DELACRUZ", "de la  Cruz", "Cruz"})
    void particlesAreFolded(String name) {
        assertThat(NameWords.of(letters(name)))
                .singleElement()
                .satisfies(word -> assertThat(text(word)).isEqualTo("CRUZ"));
    }

    @Test
    void delgadoIsNoParticle() {
        assertThat(NameWords.of(letters("DELGADO")))
                .singleElement()
                .satisfies(word -> assertThat(text(word)).isEqualTo("DELGADO"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "N.N.", "sin dato", "N/A", "nan", "Desconocido", "---"})
    void whatSaysNothingIsMissing(String text) {
        assertThat(Letters.of(text)).isNull();
    }

    @Test
    void accentsDoNotCount() {
        assertThat(Letters.of("Peña Ibáñez")).isEqualTo(Letters.of("PENA IBANEZ"));
    }

    @Test
    void otherScriptsKeepTheirLettersApart() {
        assertThat(Letters.of("محمد")).hasSize(4).isNotEqualTo(Letters.of("محمود"));
        assertThat(Letters.of("李小龍")).hasSize(3).isEqualTo(Letters.of("李小龍"));
    }

    private static byte[] letters(String text) {
        return Objects.requireNonNull(Letters.of(text));
    }

    private static String text(byte[] letters) {
        return new String(letters, StandardCharsets.ISO_8859_1);
    }
}
