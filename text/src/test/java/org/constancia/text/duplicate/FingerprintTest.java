package org.constancia.text.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void equalTextsAgreeEverywhereWhateverTheirPunctuation() {
        assertThat(Fingerprint.of("Tres hombres, dijo, murieron.")
                        .agreement(Fingerprint.of("tres HOMBRES dijo murieron")))
                .isEqualTo(128);
    }

    @Test
    void agreementEstimatesTheJaccardSimilarity() {
        String shared = words("s", 600);
        Fingerprint one = Fingerprint.of(shared + words("a", 300));
        Fingerprint other = Fingerprint.of(shared + words("b", 300));
        double jaccard = 598.0 / (598 + 2 * 302);
        assertThat(one.agreement(other) / 128.0).isCloseTo(jaccard, within(.12));
    }

    @Test
    void aTextOfTwoWordsHasNothingToCompare() {
        assertThat(Fingerprint.of("dos palabras").isEmpty()).isTrue();
    }

    @Property(tries = 50)
    void storedAndReadBackItIsTheSame(@ForAll @Size(max = 30) List<@AlphaChars String> words) {
        Fingerprint fingerprint = Fingerprint.of(String.join(" ", words));
        assertThat(Fingerprint.ofBytes(fingerprint.toBytes())).isEqualTo(fingerprint);
    }

    @Property(tries = 50)
    void containmentOfAPartIsWhole(@ForAll @Size(min = 4, max = 40) List<@AlphaChars String> words) {
        List<String> named = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) named.add("w" + i + words.get(i));
        Words whole = Words.of(String.join(" ", named));
        Words part = Words.of(String.join(" ", named.subList(0, 3)));
        assertThat(Likeness.of(whole, ShingleSet.of(whole), part, ShingleSet.of(part))
                        .containment())
                .isEqualTo(1);
    }

    private static String words(String prefix, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++)
            words.append(prefix).append(i * 7919 % 10007).append(' ');
        return words.toString();
    }
}
