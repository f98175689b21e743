package org.constancia.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JaroWinklerTest {
    private final JaroWinkler jaroWinkler = new JaroWinkler();

    /// W. E. Winkler, "Overview of record linkage and current research directions" (2006), table 6, to three
    /// decimals.
    @ParameterizedTest
    @CsvSource({
        "SHACKLEFORD, SHACKELFORD, 0.982",
        "DUNNINGHAM, CUNNIGHAM, 0.896",
        "NICHLESON, NICHULSON, 0.956",
        "JONES, JOHNSON, 0.832",
        "MASSEY, MASSIE, 0.933",
        "ABROMS, ABRAMS, 0.922",
        "MARTHA, MARHTA, 0.961",
        "DWAYNE, DUANE, 0.840",
        "SEAN, SUSAN, 0.805",
        "JERALDINE, GERALDINE, 0.926",
        "MICHELLE, MICHAEL, 0.921",
        "JULIES, JULIUS, 0.933",
        "TANYA, TONYA, 0.880"
    })
    void agreesWithTheTableOfWinkler(String one, String other, double published) {
        assertThat(jaroWinkler.similarity(bytes(one), bytes(other))).isCloseTo(published, within(0.0007));
    }

    @Property
    void isSymmetric(
            @ForAll @CharRange(from = 'A', to = 'F') @StringLength(max = 64) String one,
            @ForAll @CharRange(from = 'A', to = 'F') @StringLength(max = 64) String other) {
        assertThat(jaroWinkler.similarity(bytes(one), bytes(other)))
                .isEqualTo(jaroWinkler.similarity(bytes(other), bytes(one)))
                .isBetween(0.0, 1.0);
    }

    @Property
    void isOneForEqualTexts(@ForAll @CharRange(from = 'A', to = 'Z') @StringLength(max = 64) String text) {
        assertThat(jaroWinkler.similarity(bytes(text), bytes(text))).isEqualTo(1);
    }

    @Property
    void agreesWithTheDefinition(
            @ForAll @CharRange(from = 'A', to = 'E') @StringLength(min = 1, max = 40) String one,
            @ForAll @CharRange(from = 'A', to = 'E') @StringLength(min = 1, max = 40) String other) {
        assertThat(jaroWinkler.similarity(bytes(one), bytes(other)))
                .isCloseTo(scanned(bytes(one), bytes(other)), within(1e-12));
    }

    /// The definition letter by letter, the shorter (then the smaller) text outside.
    private static double scanned(byte[] one, byte[] other) {
        boolean inOrder =
                one.length < other.length || (one.length == other.length && Arrays.compareUnsigned(one, other) <= 0);
        byte[] outer = inOrder ? one : other;
        byte[] inner = inOrder ? other : one;
        int reach = Math.max(0, Math.max(outer.length, inner.length) / 2 - 1);
        boolean[] used = new boolean[inner.length];
        byte[] matched = new byte[outer.length];
        int matches = 0;
        for (int i = 0; i < outer.length; i++) {
            for (int j = Math.max(0, i - reach); j <= Math.min(inner.length - 1, i + reach); j++) {
                if (!used[j] && inner[j] == outer[i]) {
                    used[j] = true;
                    matched[matches++] = outer[i];
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        int outOfOrder = 0;
        int at = 0;
        for (int j = 0; j < inner.length; j++) {
            if (used[j] && inner[j] != matched[at++]) {
                outOfOrder++;
            }
        }
        double m = matches;
        double jaro = (m / outer.length + m / inner.length + (m - outOfOrder / 2) / m) / 3;
        int prefix = 0;
        while (prefix < Math.min(4, Math.min(one.length, other.length)) && one[prefix] == other[prefix]) {
            prefix++;
        }
        return jaro < 0.7 ? jaro : jaro + prefix * 0.1 * (1 - jaro);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
